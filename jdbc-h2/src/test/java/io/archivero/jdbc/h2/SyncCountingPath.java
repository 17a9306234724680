package io.archivero.jdbc.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2, {@code syncs:}, that counts how often a file is forced to the disk. */
@SuppressWarnings("exports") // H2 makes an instance for each path, which must be public for that
public final class SyncCountingPath extends FilePathWrapper {
    static final AtomicInteger SYNCS = new AtomicInteger();

    /** Called by H2 too, for each path. */
    public SyncCountingPath() {}

    @Override
    public String getScheme() {
        return "syncs";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Counting(getBase().open(mode));
    }

    private static final class Counting extends DelegatingFile {
        Counting(FileChannel file) {
            super(file);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            SYNCS.incrementAndGet();
            super.force(metaData);
        }
    }
}
