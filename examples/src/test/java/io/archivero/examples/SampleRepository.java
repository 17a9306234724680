package io.archivero.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.spi.ToolProvider;

/**
 * A local repository for Maven that holds the artifacts of this build, which are installed nowhere: links to all that the user's own
 * repository has of others, and real files of ours. So a sample project is built like any host's, without a network where this build
 * needed none, and what it downloads otherwise is there next time.
 */
final class SampleRepository {
    private final Path root;

    /** Fills a directory with links, but for those that are there from an earlier run. */
    SampleRepository(Path root, Path userRepository) throws IOException {
        this.root = root.toAbsolutePath();
        Files.createDirectories(root.resolve("io"));
        link(userRepository, root);
        link(userRepository.resolve("io"), root.resolve("io"));
    }

    private static void link(Path from, Path to) throws IOException {
        try (var entries = Files.list(from.toAbsolutePath())) {
            for (var entry : entries.toList()) {
                var link = to.resolve(entry.getFileName());
                if (Files.notExists(link, LinkOption.NOFOLLOW_LINKS) && !entry.endsWith("io/archivero")) {
                    Files.createSymbolicLink(link, entry);
                }
            }
        }
    }

    Path root() {
        return root;
    }

    /** Puts a module there: its pom, and what was compiled of it as a jar, if anything was. */
    void add(Path module, String artifact, String version) throws IOException {
        var directory = Files.createDirectories(root.resolve(Path.of("io", "archivero", artifact, version)));
        var name = artifact + "-" + version;
        Files.copy(module.resolve("pom.xml"), directory.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        var classes = module.resolve("target").resolve("classes");
        if (Files.exists(classes)) {
            var jar = directory.resolve(name + ".jar").toString();
            int exitCode = ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "--create", "--file", jar, "-C", classes.toString(), ".");
            if (exitCode != 0) {
                throw new IOException("no jar of " + module);
            }
        }
    }
}
