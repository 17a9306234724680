package io.archivero.examples;

import io.archivero.DocumentQuery;
import io.archivero.Environment;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line of {@link DocumentsCli} asks for.
 *
 * @param command what to do
 * @param target on which database
 * @param connections how many batches are stored at the same time
 * @param environment in which environment
 * @param file the file of items; null for standard input or output
 * @param refused where refused lines are told
 * @param from how many lines to pass over
 * @param query which documents to export
 */
record CliOptions(
        Command command,
        CliTarget target,
        int connections,
        Environment environment,
        @Nullable Path file,
        Path refused,
        long from,
        DocumentQuery query) {

    enum Command {
        IMPORT,
        EXPORT
    }

    static final String HELP = """
            Brings documents in and out as JSON Lines: UTF-8, one item of the wire format on each line.

              import OPTIONS [FILE]  store the items of a file, or of standard input: create or replace by external id
              export OPTIONS [FILE]  write what callers have set of the documents to a file, or to standard output, the
                                     oldest first; what the store sets (ids, times, reviews) is not part of an item

              --h2 FILE              the H2 database in that file, which is made if it is not there
              --postgres URL         or PostgreSQL, such as jdbc:postgresql://localhost/test?user=me&password=secret
              --environment NAME     test or live
              --connections N        import: store N batches at the same time; 1 if it is not said
              --strict               import: judge Mexican voter cards by the official formats
              --durability NAME      H2: power-loss, the default, or process-crash, which waits for no disk
              --refused FILE         import: tell here which lines were refused and why, one JSON object for each, without
                                     their values; refused.jsonl if it is not said. Written anew, but added to with --from
              --from N               import: pass over N lines, as an import that ended early says
              --client UUID          export: the documents of one client
              --type NAME            export: the documents of one type
              --help                 print this

            Every line counts, an empty one too, which is refused like any other that is no item; so does one of more
            than 1,048,576 bytes. An external id may come again: the later line follows the earlier. An import can be
            started again from the beginning, too, and ends in the same documents. Ctrl-C ends it cleanly.

            The exit code is 0 if all was stored or written, 1 if lines were refused, 2 for wrong arguments, 3 if it
            failed or was stopped.
            """;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException if one is wrong or missing; the message names it
     */
    static CliOptions parse(List<String> arguments) {
        return new CliParser(arguments).parse();
    }
}
