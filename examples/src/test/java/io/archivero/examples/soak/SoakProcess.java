package io.archivero.examples.soak;

import io.archivero.Durability;
import io.archivero.jdbc.h2.H2DocumentRepository;
import io.archivero.testkit.rivals.RivalProcess;
import java.nio.file.Path;

/** Rivals in a JVM of their own, until it is killed. */
final class SoakProcess {
    private SoakProcess() {}

    /** Takes what {@link RivalProcess} passes on, the file and the durability. */
    public static void main(String[] arguments) throws Exception {
        var file = Path.of(arguments[RivalProcess.place()]);
        var durability = Durability.valueOf(arguments[RivalProcess.place() + 1]);
        RivalProcess.work(
                arguments,
                tally -> H2DocumentRepository.builder(file)
                        .durability(durability)
                        .listener(tally)
                        .build());
    }
}
