package io.archivero.examples.http;

import io.archivero.Environment;
import io.archivero.ValidationLevel;
import io.archivero.examples.http.ServerSettings.Bounds;
import io.archivero.examples.http.ServerSettings.Deadlines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a configuration: a file of properties, in UTF-8. Every property is taken once, and what is left over is refused. */
final class ConfigurationFile {
    /** The key in the example's own file. Everybody knows it. */
    static final Keys.HexHash PUBLISHED = Keys.hash("try-archivero-on-this-machine");

    private static final String KEY = "key.";
    private static final int MOST_SECONDS = 86_400;

    private final Map<String, String> properties;

    private ConfigurationFile(Map<String, String> properties) {
        this.properties = properties;
    }

    /**
     * Reads the file.
     *
     * @throws ConfigurationException if it is wrong
     * @throws IOException if it cannot be read
     */
    static Configuration read(Path path) throws IOException, ConfigurationException {
        var read = new OnceProperties();
        try (var in = Files.newBufferedReader(path)) {
            read.load(in);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("the file is no properties file, or has a property twice");
        }
        var properties = new HashMap<String, String>();
        read.forEach((name, value) -> properties.put((String) name, ((String) value).strip()));
        return new ConfigurationFile(properties).configuration();
    }

    private Configuration configuration() throws ConfigurationException {
        var server = new ServerSettings(address(), bounds(), deadlines());
        var store = store();
        var keys = keys();
        if (!properties.isEmpty()) {
            throw new ConfigurationException("there is no property " + new TreeSet<>(properties.keySet()));
        }
        boolean published = keys.all().stream().anyMatch(key -> key.hash().equals(PUBLISHED));
        if (published && !server.address().getAddress().isLoopbackAddress()) {
            throw new ConfigurationException(
                    "a key is the published one of the example: with it, address must be of this machine only");
        }
        return new Configuration(server, store, keys);
    }

    private InetSocketAddress address() throws ConfigurationException {
        var host = take("address", "127.0.0.1");
        try {
            return new InetSocketAddress(InetAddress.getByName(host), number("port", 8080, 0, 65_535));
        } catch (UnknownHostException e) {
            throw new ConfigurationException("address must be an address of this machine");
        }
    }

    private Bounds bounds() throws ConfigurationException {
        var normal = Bounds.DEFAULT;
        return new Bounds(
                number("limit.body.bytes", normal.bodyBytes(), 1, Integer.MAX_VALUE),
                number("limit.header.bytes", normal.headerBytes(), 1_024, 1_048_576),
                number("limit.connections", normal.connections(), 1, 100_000),
                number("limit.requests", normal.requests(), 1, 1_000));
    }

    private Deadlines deadlines() throws ConfigurationException {
        var normal = Deadlines.DEFAULT;
        return new Deadlines(
                Duration.ofMillis(
                        number("deadline.turn.millis", (int) normal.turn().toMillis(), 0, 60_000)),
                seconds("deadline.request.seconds", normal.request()),
                seconds("deadline.response.seconds", normal.response()),
                seconds("deadline.stop.seconds", normal.stop()));
    }

    private StoreSettings store() throws ConfigurationException {
        var place = take("store", null);
        boolean isKnown = place.equals(StoreSettings.MEMORY)
                || place.startsWith(StoreSettings.POSTGRES)
                || place.startsWith(StoreSettings.H2) && place.indexOf(';') < 0;
        if (!isKnown) {
            throw new ConfigurationException(
                    "store must be memory, h2: and a path, or a URL that begins with " + StoreSettings.POSTGRES);
        }
        return new StoreSettings(place, properties.remove("store.user"), properties.remove("store.password"), level());
    }

    private ValidationLevel level() throws ConfigurationException {
        var name = take("validation", "basic");
        for (var level : ValidationLevel.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
                return level;
            }
        }
        throw new ConfigurationException("validation must be basic or strict");
    }

    private Keys keys() throws ConfigurationException {
        var keys = new ArrayList<Keys.Key>();
        for (var name : new TreeSet<>(properties.keySet())) {
            if (name.startsWith(KEY) && name.length() > KEY.length()) {
                keys.add(key(name, take(name, null)));
            }
        }
        if (keys.isEmpty()) {
            throw new ConfigurationException("there must be a key, such as " + KEY + "mine = test and its hash");
        }
        return new Keys(keys);
    }

    private static Keys.Key key(String name, String value) throws ConfigurationException {
        var parts = value.split("\\s+");
        if (parts.length != 2 || !parts[1].matches("[0-9a-f]{64}")) {
            throw new ConfigurationException(
                    name + " must be test, live or both, a space, and a SHA-256 of 64 hexadecimal digits, lower case");
        }
        var environments = switch (parts[0]) {
            case "test" -> Set.of(Environment.TEST);
            case "live" -> Set.of(Environment.LIVE);
            case "both" -> Set.of(Environment.values());
            default -> throw new ConfigurationException(name + " must begin with test, live or both");
        };
        return new Keys.Key(name.substring(KEY.length()), environments, new Keys.HexHash(parts[1]));
    }

    private Duration seconds(String name, Duration normal) throws ConfigurationException {
        return Duration.ofSeconds(number(name, (int) normal.toSeconds(), 1, MOST_SECONDS));
    }

    private int number(String name, int normal, int least, int most) throws ConfigurationException {
        var text = take(name, Integer.toString(normal));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw new ConfigurationException(name + " must be a whole number from " + least + " to " + most);
    }

    private String take(String name, @Nullable String normal) throws ConfigurationException {
        var value = properties.remove(name);
        if (value == null || value.isEmpty()) {
            if (normal == null) {
                throw new ConfigurationException(name + " is missing");
            }
            return normal;
        }
        return value;
    }

    /** Refuses a property that occurs again: of two keys of one name, which one is meant? */
    private static final class OnceProperties extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object name, Object value) {
            var earlier = super.put(name, value);
            if (earlier != null) {
                throw new IllegalArgumentException("twice");
            }
            return value;
        }
    }
}
