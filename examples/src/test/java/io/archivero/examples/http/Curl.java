package io.archivero.examples.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A command of curl, as the request that curl would make of it. The tests do not call curl itself: whoever builds this need not
 * have it. An option that is not known here fails.
 */
final class Curl {
    private static final String ADDRESS = "http://127.0.0.1:8080";

    private Curl() {}

    static Request request(String command) {
        var words = words(command);
        if (!words.get(0).equals("curl")) {
            throw new AssertionError("no command of curl");
        }
        var request = Request.of("GET", "");
        var rest = words.listIterator(1);
        while (rest.hasNext()) {
            var word = rest.next();
            request = switch (word) {
                case "-sS" -> request;
                case "-X" -> request.method(rest.next());
                case "-H" -> request.header(rest.next());
                case "-d" -> request.body(rest.next());
                default -> request.target(target(word));
            };
        }
        boolean hasType = request.headers().stream()
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"));
        return hasType || request.body().length == 0
                ? request
                : request.header("Content-Type: application/x-www-form-urlencoded");
    }

    /** Curl sends a path as it is, unless it has dots for curl to resolve. */
    private static String target(String word) {
        if (!word.startsWith(ADDRESS + "/") || word.contains("/.") || word.contains("#")) {
            throw new AssertionError("neither an option nor an address that the test knows: " + word);
        }
        return word.substring(ADDRESS.length());
    }

    /** Cuts a command as a shell does: at white space, but not between single quotes; a backslash joins lines. */
    private static List<String> words(String command) {
        var words = new ArrayList<String>();
        var parts = command.replace("\\\n", " ").split("'", -1);
        if (parts.length % 2 == 0 || command.contains("\"") && parts.length == 1) {
            throw new AssertionError("quotes that the test does not know");
        }
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                words.add(parts[i]);
            } else if (!parts[i].isBlank()) {
                words.addAll(List.of(parts[i].strip().split("\\s+")));
            }
        }
        return words;
    }
}
