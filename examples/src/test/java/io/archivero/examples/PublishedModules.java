package io.archivero.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The modules of this build, as its poms have them. */
record PublishedModules(String version, List<Module> modules) {
    private static final Path ROOT = Path.of("..");

    /** A module that hosts can depend on: its directory and its artifact. */
    record Module(Path directory, String artifact) {
        boolean isBom() {
            return artifact.equals("archivero-bom");
        }
    }

    static PublishedModules ofThisBuild() throws IOException {
        var parent = Files.readString(ROOT.resolve("pom.xml"));
        var modules = new ArrayList<Module>();
        for (var name : all(parent, "<module>(.*?)</module>")) {
            var pom = Files.readString(ROOT.resolve(name).resolve("pom.xml"));
            if (!pom.contains("<maven.deploy.skip>true")) {
                // A pom's own artifact stands behind its parent's.
                var own = all(pom.replaceFirst("(?s)<parent>.*?</parent>", ""), "<artifactId>(.*?)</artifactId>");
                modules.add(new Module(ROOT.resolve(name), own.get(0)));
            }
        }
        return new PublishedModules(all(parent, "<version>(.*?)</version>").get(0), List.copyOf(modules));
    }

    /** Returns what the group of a pattern finds in a text. */
    static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
