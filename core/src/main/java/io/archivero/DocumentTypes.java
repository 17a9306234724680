package io.archivero;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which record judges the {@code fields} of which documents: a registry from (scope, type) to a Java record with Jakarta
 * Validation annotations. The fields of a registered type must fit the record's components by name and JSON type, and keep its
 * constraints; keys that the record does not know are kept and not judged. Types that are not registered take any JSON object.
 *
 * <p>Immutable and safe for use by many threads. A record must be public in an exported package, or its package open to
 * {@code io.archivero} and to the validator.
 */
public final class DocumentTypes {
    private record Key(Scope scope, String type) {}

    private static final DocumentTypes NONE = new DocumentTypes(Map.of());
    private static final DocumentTypes BUILT_IN = NONE.with(Scope.MX, "ine", IneFields.class);

    private final Map<Key, Class<? extends Record>> records;

    private DocumentTypes(Map<Key, Class<? extends Record>> records) {
        this.records = records;
    }

    /** Returns the registry without any type. */
    public static DocumentTypes none() {
        return NONE;
    }

    /** Returns the types that come with the library: ({@code MX}, {@code ine}), the Mexican voter card, as {@link IneFields}. */
    public static DocumentTypes builtIn() {
        return BUILT_IN;
    }

    /** Returns these types and one more, which replaces an earlier one of the same scope and type. */
    public DocumentTypes with(Scope scope, String type, Class<? extends Record> record) {
        Objects.requireNonNull(record, "record");
        var more = new HashMap<>(records);
        more.put(new Key(Objects.requireNonNull(scope, "scope"), Objects.requireNonNull(type, "type")), record);
        return new DocumentTypes(Collections.unmodifiableMap(more));
    }

    /** Returns the record that judges the fields of that type, if it is registered. */
    public Optional<Class<? extends Record>> find(Scope scope, String type) {
        return Optional.ofNullable(records.get(new Key(scope, type)));
    }
}
