package io.archivero.jdbc.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2, {@code disk:}, whose files are on disks that lose power or are full. */
@SuppressWarnings("exports") // H2 makes an instance for each path, which must be public for that
public final class DiskPath extends FilePathWrapper {
    private static final Map<String, Disk> DISKS = new ConcurrentHashMap<>();

    /** Called by H2 too, for each path. */
    public DiskPath() {}

    /** Puts the file of a database on a disk, and returns the URL that has H2 write there. */
    static String url(Path file, Disk disk) {
        FilePath.register(new DiskPath());
        DISKS.put(file.getFileName() + ".mv.db", disk);
        return "jdbc:h2:disk:async:" + file + ";WRITE_DELAY=0";
    }

    @Override
    public String getScheme() {
        return "disk";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var disk = DISKS.get(getName());
        if (disk != null && disk.isReadOnly() && !mode.equals("r")) {
            throw new IOException("only to be read");
        }
        return disk == null ? getBase().open(mode) : new OnDisk(getBase().open(mode), disk);
    }

    @Override
    public boolean canWrite() {
        var disk = DISKS.get(getName());
        return (disk == null || !disk.isReadOnly()) && getBase().canWrite();
    }

    private static final class OnDisk extends DelegatingFile {
        private final Disk disk;

        OnDisk(FileChannel file, Disk disk) {
            super(file);
            this.disk = disk;
        }

        /** To the disk that is played here; the real one would only cost time. */
        @Override
        public void force(boolean metaData) {
            disk.forced();
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            disk.wrote(position(), source);
            return super.write(source);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            disk.wrote(position, source);
            return super.write(source, position);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            disk.truncated(size);
            return super.truncate(size);
        }
    }
}
