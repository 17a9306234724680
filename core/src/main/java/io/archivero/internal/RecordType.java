package io.archivero.internal;

import io.archivero.JsonObject;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record as the form of a JSON object: each component takes the value of the key with its name. What reflection has
 * to say is asked once per class.
 *
 * <p>An absent key, or JSON null, makes a component null (an {@code Optional} empty), and is a fault for a primitive
 * one. Keys without a component are skipped.
 *
 * @param <T> the record
 */
public final class RecordType<T extends Record> {
    private static final ClassValue<RecordType<?>> TYPES = new ClassValue<>() {
        @Override
        protected RecordType<?> computeValue(Class<?> type) {
            return new RecordType<>(type.asSubclass(Record.class));
        }
    };
    private static final String FIELDS = "/fields";

    private final Class<T> type;
    private final MethodHandle constructor;
    private final Component[] components;
    private final Map<String, Integer> positions = new HashMap<>();
    /** What the constructor gets where there is no value. */
    private final @Nullable Object[] absent;

    private RecordType(Class<T> type) {
        var declared = type.getRecordComponents();
        if (declared == null) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        this.type = type;
        this.constructor = constructor(type, declared);
        this.absent = Arrays.stream(declared).map(RecordType::absent).toArray();
        this.components = Arrays.stream(declared).map(Component::of).toArray(Component[]::new);
        for (int i = 0; i < components.length; i++) {
            positions.put(components[i].name(), i);
        }
    }

    /**
     * Returns the form that the record is.
     *
     * @throws IllegalArgumentException if the library may not call the record's constructor
     */
    @SuppressWarnings("unchecked") // computeValue makes the RecordType of the class it is asked for
    public static <T extends Record> RecordType<T> of(Class<T> type) {
        return (RecordType<T>) TYPES.get(type);
    }

    /**
     * Returns the fields of a document as the record.
     *
     * @throws IllegalArgumentException if a value does not fit; the message names the places and codes, never a value
     */
    public T read(JsonObject fields) {
        var decoded = decode(fields.asMap(), FIELDS);
        if (!decoded.violations().isEmpty()) {
            throw new IllegalArgumentException(decoded.violations().stream()
                    .map(violation -> violation.path() + " (" + violation.code() + ")")
                    .collect(Collectors.joining(", ", type.getName() + " does not fit: ", "")));
        }
        return Objects.requireNonNull(decoded.value());
    }

    /** Decodes an object to which the path points. */
    Decoded<T> decode(Map<String, @Nullable Object> json, String path) {
        var given = given(json);
        var values = absent.clone();
        var faults = new Faults(path);
        for (int i = 0; i < components.length; i++) {
            var component = components[i];
            var value = given[i];
            if (value != null) {
                var decoded = component.decoder().decode(value);
                if (decoded instanceof Misfit misfit) {
                    faults.add(component, misfit);
                } else {
                    values[i] = decoded;
                }
            } else if (component.required()) {
                faults.add(component, Misfit.REQUIRED);
            }
        }
        var instance = construct(values);
        if (instance == null && faults.components.isEmpty()) {
            faults.refused(type);
        }
        return new Decoded<>(instance, faults.violations, faults.components);
    }

    /** Returns the value for each component, null where there is none: to look up every key is dear in a sorted map. */
    private @Nullable Object[] given(Map<String, @Nullable Object> json) {
        var given = new @Nullable Object[components.length];
        json.forEach((key, value) -> {
            var position = positions.get(key);
            if (position != null) {
                given[position] = value;
            }
        });
        return given;
    }

    /** Returns null if the constructor throws: what it says is likely to repeat a value, so it is not passed on. */
    @SuppressWarnings("unchecked") // the constructor of T makes Ts
    private @Nullable T construct(@Nullable Object[] values) {
        try {
            return (T) constructor.invokeExact(values);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            return null;
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        var parameters = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(parameters);
            if (!canonical.trySetAccessible()) {
                throw new IllegalArgumentException(
                        type.getName() + " cannot be used: make it public in an exported package, or open "
                                + type.getPackageName() + " to io.archivero and org.hibernate.validator");
            }
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Record.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be used as a record", e);
        }
    }

    private static @Nullable Object absent(RecordComponent component) {
        var type = component.getType();
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        return type == Optional.class ? Optional.empty() : null;
    }

    /**
     * What came of a JSON object.
     *
     * @param value the record, null where a component did not fit; null if its constructor did not take that
     * @param violations what does not fit
     * @param components the names of the components that did not
     */
    record Decoded<T extends Record>(@Nullable T value, List<Violation> violations, Set<String> components) {}

    private record Component(String name, boolean required, Decoder decoder) {
        static Component of(RecordComponent component) {
            return new Component(
                    component.getName(), component.getType().isPrimitive(), Decoder.of(component.getGenericType()));
        }
    }

    /** What does not fit; most objects have nothing of it. */
    private static final class Faults {
        private final String path;
        private List<Violation> violations = List.of();
        private Set<String> components = Set.of();

        Faults(String path) {
            this.path = path;
        }

        void add(Component component, Misfit misfit) {
            if (violations.isEmpty()) {
                violations = new ArrayList<>();
                components = new HashSet<>();
            }
            violations.add(misfit.at(JsonPointers.child(path, component.name())));
            components.add(component.name());
        }

        void refused(Class<?> type) {
            violations =
                    List.of(new Violation(ViolationCodes.NOT_ALLOWED, path, "is refused by " + type.getSimpleName()));
        }
    }
}
