package io.archivero.examples;

import io.archivero.ValidationLevel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line of {@link VoterCards} asks for.
 *
 * @param file the H2 database; null for one in a temporary directory
 * @param postgresUrl where PostgreSQL is; null for H2 only
 * @param request the user's own request file; null for the three that come along
 * @param level how strictly the cards are judged
 * @param json whether to print the response and nothing else
 * @param help whether to print the help and nothing else
 */
record Options(
        @Nullable Path file,
        @Nullable String postgresUrl,
        @Nullable Path request,
        ValidationLevel level,
        boolean json,
        boolean help) {

    static final String URL_VARIABLE = "ARCHIVERO_PG_URL";

    static final String HELP = """
            Stores 250 Mexican voter cards, delivers them again, then a changed and a faulty file, and prints what
            became of every item: on H2, and on PostgreSQL if there is a URL.

              --file PATH      the H2 database to use and keep; without it, one in a temporary directory
              --postgres URL   also run on PostgreSQL, such as jdbc:postgresql://localhost/test?user=me&password=secret;
                               %s does the same. Works in a schema of its own, archivero_demo, which is
                               dropped first and left for you to look at
              --request FILE   upsert your own request file instead, as the wire format has it; nothing is dropped
              --json           print the response to the first request and nothing else; on PostgreSQL if --postgres
                               is given, on H2 if not
              --strict         judge the cards by the official formats: the default
              --basic          judge JSON types, dates and lengths only
              --help           print this

            The exit code is 0 if all went as it should, 1 if the request of --request or --json was not stored as a
            whole or something failed, 2 for a wrong argument.
            """.formatted(URL_VARIABLE);

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException if one is unknown or lacks its value; the message names it
     */
    static Options parse(List<String> arguments, Map<String, String> environment) {
        Path file = null;
        String postgresUrl = null;
        Path request = null;
        var level = ValidationLevel.STRICT;
        boolean json = false;
        boolean help = false;
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            switch (argument) {
                case "--file" -> file = Path.of(valueOf(argument, rest));
                case "--postgres" -> postgresUrl = postgresUrl(argument, valueOf(argument, rest));
                case "--request" -> request = Path.of(valueOf(argument, rest));
                case "--json" -> json = true;
                case "--strict" -> level = ValidationLevel.STRICT;
                case "--basic" -> level = ValidationLevel.BASIC;
                case "--help" -> help = true;
                default -> throw new IllegalArgumentException("unknown argument " + argument);
            }
        }
        var inherited = environment.get(URL_VARIABLE);
        if (postgresUrl == null && inherited != null && !inherited.isBlank() && !json) {
            postgresUrl = postgresUrl(URL_VARIABLE, inherited);
        }
        return new Options(file, postgresUrl, request, level, json, help);
    }

    /** With {@code --json} there is one response, so there is one database. */
    boolean usesH2() {
        return !json || postgresUrl == null;
    }

    private static String valueOf(String argument, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(argument + " needs a value");
        }
        return rest.next();
    }

    /** The message does not repeat the URL: it may hold a password. */
    private static String postgresUrl(String source, String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(source + " needs a URL that begins with jdbc:postgresql:");
        }
        return url;
    }
}
