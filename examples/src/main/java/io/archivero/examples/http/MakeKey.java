package io.archivero.examples.http;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/** Makes a key, and the line for the configuration file. Its arguments are a name, and {@code test}, {@code live} or {@code both}. */
public final class MakeKey {
    private MakeKey() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), System.out, System.err));
    }

    /** Does what the arguments ask, and returns the exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 2
                || !arguments.get(0).matches("[A-Za-z0-9_-]+")
                || !Set.of("test", "live", "both").contains(arguments.get(1))) {
            err.println("MakeKey needs a name of letters, digits, _ and -, and then test, live or both");
            return 2;
        }
        var key = Keys.make(new SecureRandom());
        out.println("for the caller, shown only now:");
        out.println(key);
        out.println("for the configuration file:");
        out.println("key." + arguments.get(0) + " = " + arguments.get(1) + " "
                + Keys.hash(key).hex());
        return 0;
    }
}
