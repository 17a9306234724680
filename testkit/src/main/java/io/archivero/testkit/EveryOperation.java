package io.archivero.testkit;

import io.archivero.Document;
import io.archivero.DocumentCategory;
import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.FileAttachment;
import io.archivero.ImportOptions;
import io.archivero.JsonObject;
import io.archivero.Operation;
import io.archivero.PageRequest;
import io.archivero.Scope;
import io.archivero.StoredFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls every operation of a repository, found by reflection: one that is added to the interface is called too, or stops the test until
 * this class knows its arguments. Every text that goes in holds {@link #MARKER}.
 */
final class EveryOperation {
    static final String MARKER = "GEHEIMNIS";

    private static final StoredFile FILE = new StoredFile(MARKER + ".pdf", "application/pdf", 1L, "archive/" + MARKER);
    private static final JsonObject JSON = JsonObject.of(Map.of(MARKER, MARKER));
    private static final DocumentUpsert ITEM = DocumentUpsert.builder(MARKER)
            .clientId(new UUID(1, 2))
            .scope(Scope.MX)
            .type("passport")
            .category(DocumentCategory.IDENTITY)
            .filename(FILE.filename())
            .contentType(FILE.contentType())
            .size(FILE.size())
            .storagePath(FILE.storagePath())
            .fields(JSON)
            .metadata(JSON)
            .build();

    private final DocumentRepository repository;
    private final Document stored;

    /** Calls a repository, on a document that it stores first through another one. */
    EveryOperation(DocumentRepository repository, DocumentRepository preparation) {
        this.repository = repository;
        this.stored = preparation
                .upsertByExternalId(Environment.TEST, ITEM)
                .document()
                .orElseThrow();
    }

    static List<Method> methods() {
        return Arrays.stream(DocumentRepository.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.getName().equals("using"))
                .toList();
    }

    /** Returns how a listener is told of a method: by its name. */
    static Operation of(Method method) {
        return Operation.valueOf(method.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }

    /** Calls a method as it should be. What comes of it depends on what is stored. */
    void call(Method method) {
        invoke(method, arguments(method));
    }

    /** Calls a method without what it should be about: after the environment comes a null. */
    void callWithNull(Method method) {
        @Nullable Object[] arguments = arguments(method);
        arguments[1] = null;
        invoke(method, arguments);
    }

    /** Calls a method without an environment. */
    void callWithoutEnvironment(Method method) {
        @Nullable Object[] arguments = arguments(method);
        arguments[0] = null;
        invoke(method, arguments);
    }

    private void invoke(Method method, @Nullable Object[] arguments) {
        try {
            if (method.invoke(repository, arguments) instanceof Stream<?> stream) {
                try (stream) {
                    stream.forEach(document -> {});
                }
            }
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private @Nullable Object[] arguments(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(type -> argument(type.getTypeName()))
                .toArray();
    }

    private Object argument(String type) {
        return switch (type.replaceAll("[a-z]+\\.", "")) {
            case "Environment" -> Environment.TEST;
            case "DocumentUpsert" -> ITEM;
            case "List<DocumentUpsert>" -> List.of(ITEM);
            case "String" -> MARKER;
            case "List<String>", "Collection<String>" -> List.of(MARKER);
            case "UUID" -> stored.id();
            case "DocumentQuery" -> DocumentQuery.all().externalIdPrefix(MARKER);
            case "PageRequest" -> PageRequest.first(10);
            case "StoredFile" -> FILE;
            case "List<FileAttachment>" -> List.of(new FileAttachment(MARKER, FILE));
            case "Iterator<DocumentUpsert>" -> List.of(ITEM).iterator();
            case "Stream<DocumentUpsert>" -> Stream.of(ITEM);
            case "ImportOptions" -> ImportOptions.defaults();
            case "boolean" -> true;
            case "long" -> stored.version();
            default -> throw new AssertionError("EveryOperation does not know what to pass as a " + type);
        };
    }
}
