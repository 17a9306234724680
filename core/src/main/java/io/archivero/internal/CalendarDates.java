package io.archivero.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Dates of the calendar in ASCII texts, read without an exception for those that are none. */
public final class CalendarDates {
    private CalendarDates() {}

    /** Returns the date that a text of the form {@code 2023-12-25} tells, years 0001 to 9999; null if it tells none. */
    public static @Nullable LocalDate parse(String text) {
        if (text.length() != 10
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || !areDigits(text, 0, 4)
                || !areDigits(text, 5, 7)
                || !areDigits(text, 8, 10)) {
            return null;
        }
        return of(twoDigits(text, 0) * 100 + twoDigits(text, 2), twoDigits(text, 5), twoDigits(text, 8));
    }

    /**
     * Returns the date that six digits {@code yyMMdd} tell in the century that begins with that year; null if there is
     * no such day. That they are digits has been seen to before.
     */
    public static @Nullable LocalDate ofShort(int century, CharSequence text, int at) {
        return of(century + twoDigits(text, at), twoDigits(text, at + 2), twoDigits(text, at + 4));
    }

    /** Tells whether all characters from one index to before another are digits from 0 to 9, and of no other script. */
    public static boolean areDigits(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Returns the number that the digits at an index and after it make. */
    public static int twoDigits(CharSequence text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static @Nullable LocalDate of(int year, int month, int day) {
        boolean real = year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return real ? LocalDate.of(year, month, day) : null;
    }
}
