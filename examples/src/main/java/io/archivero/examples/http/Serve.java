package io.archivero.examples.http;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.archivero.ArchiveroException;
import java.io.IOException;
import java.nio.file.Path;

/** Serves the endpoint until the process is told to stop. Its one argument is the configuration file. */
public final class Serve {
    private Serve() {}

    public static void main(String[] args) {
        // Hibernate Validator greets on standard error unless it is told which logging the host has.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        if (args.length != 1) {
            fail(2, "Serve needs one argument: the configuration file");
            return;
        }
        try {
            serve(ConfigurationFile.read(Path.of(args[0])));
        } catch (ConfigurationException e) {
            fail(2, args[0] + ": " + e.getMessage());
        } catch (ArchiveroException | PoolInitializationException e) {
            fail(1, "the store cannot be opened: " + e.getMessage());
        } catch (IOException e) {
            fail(1, e.toString());
        }
    }

    private static void serve(Configuration configuration) throws IOException {
        configuration.server().applyToJdk();
        var store = Store.open(
                configuration.store(), configuration.server().bounds().requests());
        try {
            var endpoint = Endpoint.start(store.documents(), configuration.keys(), configuration.server());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(endpoint, store), "stop"));
            var address = endpoint.address();
            System.out.println("listening on http://" + address.getHostString() + ":" + address.getPort());
        } catch (IOException e) {
            store.close();
            throw e;
        }
    }

    /** First the requests end, then the store. */
    private static void stop(Endpoint endpoint, Store store) {
        endpoint.close();
        store.close();
        System.out.println("stopped");
    }

    private static void fail(int exitCode, String message) {
        System.err.println(message);
        System.exit(exitCode);
    }
}
