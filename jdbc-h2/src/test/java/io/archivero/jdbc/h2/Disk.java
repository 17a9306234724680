package io.archivero.jdbc.h2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one file on a disk: what was forced to it stays, what was only written may be gone when the power fails. It may also be
 * full. Safe for use by many threads.
 */
final class Disk {
    /** What of the writes that were not forced still reaches the disk when the power fails. */
    enum Survival {
        /** Nothing. */
        NOTHING,
        /** Everything up to a random one, which may be torn. */
        PREFIX,
        /** Any of them, in no order; some of them torn. */
        ANY
    }

    /** A write, or where bytes are null, a change of the length. */
    private record Change(long position, byte[] bytes, boolean truncates) {}

    private final List<Change> unforced = new ArrayList<>();
    private final Survival survival;
    private final Random random;
    private byte[] image;
    private int length;
    private long operations = Long.MAX_VALUE;
    private long capacity = Long.MAX_VALUE;
    private boolean dark;
    private boolean readOnly;
    private volatile @Nullable Runnable refusal;
    private volatile @Nullable Runnable forcing;

    /** Begins with what is on the disk already; what survives a loss of power is drawn at random. */
    Disk(byte[] image, Survival survival, Random random) {
        this.survival = survival;
        this.random = random;
        this.image = image.clone();
        this.length = image.length;
    }

    /** A disk whose power never fails. */
    Disk(byte[] image) {
        this(image, Survival.NOTHING, new Random(0));
    }

    /**
     * Lets the power fail after so many operations. Nobody is told: whoever writes on does so in vain, as a process would that does
     * not live to see it.
     */
    synchronized void failAfter(long operations) {
        this.operations = operations;
    }

    /** Lets the file grow no longer than so many bytes. */
    synchronized void limit(long capacity) {
        this.capacity = capacity;
    }

    /** Refuses every write from now on, each once that has run, until it is told to refuse none by null. */
    void refuse(@Nullable Runnable first) {
        refusal = first;
    }

    /** Runs that, once, in the middle of forcing the file to the disk. */
    void whenForced(Runnable once) {
        forcing = once;
    }

    /** Lets nobody write. */
    synchronized void readOnly() {
        readOnly = true;
    }

    synchronized boolean isReadOnly() {
        return readOnly;
    }

    /** Tells whether the power has failed. What returned before lasts; what returns later may not. */
    synchronized boolean isDark() {
        return dark;
    }

    void wrote(long position, ByteBuffer source) throws IOException {
        var first = refusal;
        if (first != null) {
            first.run();
            throw new IOException("no space is left");
        }
        keep(position, source);
    }

    private synchronized void keep(long position, ByteBuffer source) throws IOException {
        if (position + source.remaining() > capacity) {
            throw new IOException("no space is left");
        }
        if (hasPower()) {
            var bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            unforced.add(new Change(position, bytes, false));
        }
    }

    synchronized void truncated(long size) {
        if (hasPower()) {
            unforced.add(new Change(size, new byte[0], true));
        }
    }

    void forced() {
        var once = forcing;
        if (once != null) {
            forcing = null;
            once.run();
        }
        persist();
    }

    private synchronized void persist() {
        if (hasPower()) {
            unforced.forEach(this::apply);
            unforced.clear();
        }
    }

    private boolean hasPower() {
        if (!dark && operations-- <= 0) {
            dark = true;
            loseUnforced();
        }
        return !dark;
    }

    /** Returns what is on the disk after the power failed. */
    synchronized byte[] image() {
        return Arrays.copyOf(image, length);
    }

    private void loseUnforced() {
        int prefix = survival == Survival.PREFIX && !unforced.isEmpty() ? random.nextInt(unforced.size() + 1) : 0;
        for (int i = 0; i < unforced.size(); i++) {
            var change = unforced.get(i);
            boolean survives = i < prefix || survival == Survival.ANY && random.nextBoolean();
            boolean torn = survival == Survival.PREFIX && i == prefix - 1
                    || survival == Survival.ANY && random.nextInt(4) == 0;
            if (survives) {
                apply(torn ? torn(change, random) : change);
            }
        }
        unforced.clear();
    }

    private static Change torn(Change change, Random random) {
        int whole = change.bytes().length;
        return new Change(
                change.position(),
                Arrays.copyOf(change.bytes(), whole == 0 ? 0 : random.nextInt(whole + 1)),
                change.truncates());
    }

    private void apply(Change change) {
        int end = Math.toIntExact(change.position() + change.bytes().length);
        if (change.truncates()) {
            Arrays.fill(image, Math.min(end, length), length, (byte) 0);
            length = Math.min(end, length);
            return;
        }
        if (end > image.length) {
            image = Arrays.copyOf(image, Math.max(end, 2 * image.length));
        }
        System.arraycopy(change.bytes(), 0, image, Math.toIntExact(change.position()), change.bytes().length);
        length = Math.max(length, end);
    }
}
