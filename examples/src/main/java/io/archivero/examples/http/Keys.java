package io.archivero.examples.http;

import io.archivero.Environment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call. A key is 256 random bits, so its plain SHA-256 tells nothing about it: only that is kept.
 *
 * @param all the keys of the configuration
 */
record Keys(List<Key> all) {
    private static final int RANDOM_BYTES = 32;

    Keys {
        all = List.copyOf(all);
    }

    /**
     * A key of the configuration.
     *
     * @param name for people
     * @param environments where it may be used
     * @param hash the SHA-256 of the key
     */
    record Key(String name, Set<Environment> environments, HexHash hash) {}

    /**
     * A SHA-256.
     *
     * @param hex 64 digits, lower case
     */
    record HexHash(String hex) {
        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /** Makes a key. */
    static String make(SecureRandom random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return "ak_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static HexHash hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new HexHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Looks at every key to its last byte, whether or not it has found the one: time must not tell how close a guess came. */
    Optional<Key> find(String presented) {
        var hash = hash(presented).bytes();
        var found = Optional.<Key>empty();
        for (var key : all) {
            if (MessageDigest.isEqual(key.hash().bytes(), hash)) {
                found = Optional.of(key);
            }
        }
        return found;
    }
}
