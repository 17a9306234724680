package io.archivero.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CalendarDatesProperties {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    @Property
    @Label("every day of the years 1 to 9999 is read as what it is written as")
    void everyDay(@ForAll("days") LocalDate day) {
        assertEquals(day, CalendarDates.parse(day.toString()));
    }

    @Property
    @Label("any year, month and day are a date only if the calendar has it")
    void anyNumbers(@ForAll("numbers") String text) {
        assertEquals(expected(text), CalendarDates.parse(text));
    }

    @Example
    @Label("other ways to write a date are none")
    void otherForms() {
        for (var text : new String[] {
            "",
            "2023",
            "2023-1-2",
            "2023-12-5",
            "20231225",
            "2023-12-25T00:00",
            "2023-12-25 ",
            " 2023-12-2",
            "2023/12/25",
            "+023-12-25",
            "-023-12-25",
            "٢٠٢٣-١٢-٢٥",
            "2023-12-2５",
            "0000-01-01",
            "2023-02-29",
            "1900-02-29",
            "2023-04-31"
        }) {
            assertNull(CalendarDates.parse(text), text);
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9999),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 32))
                .as((year, month, day) -> String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day));
    }

    private static LocalDate expected(String text) {
        try {
            var date = LocalDate.parse(text, FORMAT);
            return date.getYear() == 0 ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
