package io.archivero.examples;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Prints as many voter cards of people who do not exist as the argument says, one on each line: something to import. */
public final class VoterCardLines {
    private VoterCardLines() {}

    public static void main(String[] args) throws IOException {
        try (var out = new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
            write(Integer.parseInt(args[0]), out);
        }
    }

    static void write(int count, Writer out) throws IOException {
        var generator = new VoterCardGenerator(VoterCardGenerator.SEED);
        for (int number = 1; number <= count; number++) {
            out.write(WireItems.json(generator.card(number)));
            out.write('\n');
        }
    }
}
