package io.archivero.examples;

import java.text.Normalizer;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Makes the keys that Mexico's registries derive from a name, a birth date and a place of birth. */
final class IdentityKeys {
    private static final String CHECK_DIGIT_ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private static final DateTimeFormatter BIRTH_DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final Set<String> PARTICLES = Set.of("DE", "DEL", "LA", "LAS", "LOS", "Y");
    private static final Set<String> TOO_COMMON = Set.of("JOSE", "MARIA");
    private static final Set<String> UNSEEMLY =
            Set.of(("BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA"
                            + " COJE COJI COJO COLA CULO FALO FETO GETA GUEI GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI"
                            + " KOJA KOJE KOJI KOJO KOLA KULO LILO LOCA LOCO LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION MOCO MOKO"
                            + " MULA MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO RATA ROBA ROBE ROBO RUIN SENO TETA"
                            + " VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY")
                    .split(" "));

    private IdentityKeys() {}

    /** Returns the CURP; {@code serial}, 0 to 9, tells apart people who would otherwise share one. */
    static String curp(Person person, int serial) {
        var paternal = decisiveWord(person.paternalSurname());
        var maternal = decisiveWord(person.maternalSurname());
        var given = decisiveGivenName(person.givenNames());
        var initials =
                "" + paternal.charAt(0) + next(paternal, IdentityKeys::isVowel) + maternal.charAt(0) + given.charAt(0);
        var birthPlace = person.birthPlace();
        var body = (UNSEEMLY.contains(initials) ? initials.charAt(0) + "X" + initials.substring(2) : initials)
                + BIRTH_DATE.format(person.dateOfBirth())
                + person.sex()
                + (birthPlace == null ? "NE" : birthPlace.entity())
                + next(paternal, IdentityKeys::isConsonant)
                + next(maternal, IdentityKeys::isConsonant)
                + next(given, IdentityKeys::isConsonant)
                + (char) ((person.dateOfBirth().getYear() < 2000 ? '0' : 'A') + serial);
        return body + checkDigit(body);
    }

    /** Returns the clave de elector; {@code serial}, 0 to 999, tells apart people who would otherwise share one. */
    static String claveElector(Person person, int serial) {
        var birthPlace = person.birthPlace();
        return twoConsonants(decisiveWord(person.paternalSurname()))
                + twoConsonants(decisiveWord(person.maternalSurname()))
                + twoConsonants(decisiveWord(person.givenNames()))
                + BIRTH_DATE.format(person.dateOfBirth())
                + (birthPlace == null ? "87" : birthPlace.electoralNumber())
                + person.sex()
                + String.format(Locale.ROOT, "%03d", serial);
    }

    static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += CHECK_DIGIT_ALPHABET.indexOf(body.charAt(i)) * (18 - i);
        }
        return (10 - sum % 10) % 10;
    }

    private static String twoConsonants(String word) {
        return "" + word.charAt(0) + next(word, IdentityKeys::isConsonant);
    }

    /** The first word that is no particle; X where there is no name. */
    private static String decisiveWord(@Nullable String name) {
        return name == null ? "X" : words(name).get(0);
    }

    /** María and José say too little, unless there is nothing else. */
    private static String decisiveGivenName(String names) {
        var words = words(names);
        return words.size() > 1 && TOO_COMMON.contains(words.get(0)) ? words.get(1) : words.get(0);
    }

    private static List<String> words(String name) {
        return Arrays.stream(inRegistryLetters(name).split(" "))
                .filter(word -> !PARTICLES.contains(word))
                .toList();
    }

    /** A to Z only: no accents, and X for Ñ. */
    private static String inRegistryLetters(String name) {
        var upper = name.toUpperCase(Locale.ROOT).replace('Ñ', 'X');
        return Normalizer.normalize(upper, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** The first such letter after the initial one; X if there is none. */
    private static char next(String word, IntPredicate wanted) {
        return (char) word.chars().skip(1).filter(wanted).findFirst().orElse('X');
    }

    private static boolean isVowel(int letter) {
        return "AEIOU".indexOf(letter) >= 0;
    }

    private static boolean isConsonant(int letter) {
        return !isVowel(letter);
    }
}
