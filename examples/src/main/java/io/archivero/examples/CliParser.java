package io.archivero.examples;

import io.archivero.DocumentQuery;
import io.archivero.Durability;
import io.archivero.Environment;
import io.archivero.ValidationLevel;
import io.archivero.examples.CliOptions.Command;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a command line. Messages name arguments, and repeat no value: it may be a password. */
final class CliParser {
    private static final String STANDARD_STREAM = "-";

    private final Iterator<String> rest;
    private @Nullable Command command;
    private @Nullable Path h2;
    private @Nullable String url;
    private @Nullable Environment environment;
    private int connections = 1;
    private ValidationLevel level = ValidationLevel.BASIC;
    private Durability durability = Durability.POWER_LOSS;
    private Path refused = Path.of("refused.jsonl");
    private long from;
    private DocumentQuery query = DocumentQuery.all().oldestFirst();
    private @Nullable String file;

    CliParser(List<String> arguments) {
        rest = arguments.iterator();
    }

    CliOptions parse() {
        while (rest.hasNext()) {
            read(rest.next());
        }
        if (command == null) {
            throw new IllegalArgumentException("needs a command: import or export");
        } else if (environment == null) {
            throw new IllegalArgumentException("needs --environment test or live");
        }
        var path = file == null || file.equals(STANDARD_STREAM) ? null : Path.of(file);
        if (refused.equals(path)) {
            throw new IllegalArgumentException("--refused must be another file");
        }
        return new CliOptions(command, target(), connections, environment, path, refused, from, query);
    }

    private CliTarget target() {
        if (h2 != null && url == null) {
            return CliTarget.h2(h2, durability, level);
        } else if (url != null && h2 == null) {
            return CliTarget.postgres(url, connections, level);
        }
        throw new IllegalArgumentException("needs one database: --h2 or --postgres");
    }

    private void read(String argument) {
        switch (argument) {
            case "--h2" -> h2 = Path.of(value(argument));
            case "--postgres" -> url = postgresUrl(argument);
            case "--environment" -> environment = environment(argument);
            case "--connections" -> connections = (int) number(argument, 1, 64);
            case "--strict" -> level = ValidationLevel.STRICT;
            case "--durability" -> durability = durability(argument);
            case "--refused" -> refused = Path.of(value(argument));
            case "--from" -> from = number(argument, 0, Long.MAX_VALUE);
            case "--client" -> query = query.clientId(client(argument));
            case "--type" -> query = query.type(value(argument));
            default -> readWord(argument);
        }
    }

    private void readWord(String argument) {
        if (argument.startsWith("-") && !argument.equals(STANDARD_STREAM)) {
            throw new IllegalArgumentException("unknown argument " + argument);
        } else if (command != null) {
            if (file != null) {
                throw new IllegalArgumentException("there is one file too many");
            }
            file = argument;
        } else {
            command = switch (argument) {
                case "import" -> Command.IMPORT;
                case "export" -> Command.EXPORT;
                default -> throw new IllegalArgumentException("the command must be import or export");
            };
        }
    }

    private String value(String argument) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(argument + " needs a value");
        }
        return rest.next();
    }

    private String postgresUrl(String argument) {
        var given = value(argument);
        if (!given.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(argument + " needs a URL that begins with jdbc:postgresql:");
        }
        return given;
    }

    private Environment environment(String argument) {
        return switch (value(argument)) {
            case "test" -> Environment.TEST;
            case "live" -> Environment.LIVE;
            default -> throw new IllegalArgumentException(argument + " must be test or live");
        };
    }

    private Durability durability(String argument) {
        return switch (value(argument)) {
            case "power-loss" -> Durability.POWER_LOSS;
            case "process-crash" -> Durability.PROCESS_CRASH;
            default -> throw new IllegalArgumentException(argument + " must be power-loss or process-crash");
        };
    }

    private long number(String argument, long least, long most) {
        long number = -1;
        try {
            number = Long.parseLong(value(argument));
        } catch (NumberFormatException e) {
            // as wrong as one that is out of range
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException(argument + " needs a number of " + least + " or more");
        }
        return number;
    }

    private UUID client(String argument) {
        try {
            return UUID.fromString(value(argument));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(argument + " needs a UUID", e);
        }
    }
}
