package io.archivero.internal;

import io.archivero.DocumentUpsert;
import io.archivero.FileAttachment;
import io.archivero.Limits;
import io.archivero.StoredFile;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds every rule that an item breaks by itself, before any SQL runs. At most {@value #MOST_VIOLATIONS} are reported for one
 * item, so that an answer cannot grow beyond reason.
 */
public final class ItemValidator {
    static final int MOST_VIOLATIONS = 100;

    private static final int EXTERNAL_ID_LENGTH = 255;
    private static final int TYPE_LENGTH = 64;
    private static final int FILENAME_LENGTH = 255;
    private static final int STORAGE_PATH_LENGTH = 1_024;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Set<String> CONTENT_TYPES = Set.of("image/jpeg", "image/png", "image/webp", "application/pdf");

    private final Limits limits;
    private final FieldsValidator fieldsValidator;

    /** Judges by these limits, and leaves the fields of registered types to the other validator. */
    public ItemValidator(Limits limits, FieldsValidator fieldsValidator) {
        this.limits = limits;
        this.fieldsValidator = fieldsValidator;
    }

    /** Tells whether a document could have that external id. */
    public static boolean isExternalId(String externalId) {
        return checkExternalId(externalId).isEmpty();
    }

    /** Returns what is wrong with the item; empty if nothing is. */
    List<Violation> check(DocumentUpsert item) {
        var faults = new Faults();
        item.violations().forEach(faults::add);
        checkIdentity(item, faults);
        checkFile(item.filename(), item.contentType(), item.size(), item.storagePath(), faults);
        checkRest(item, faults);
        checkJson(item, faults);
        return faults.list;
    }

    /** Returns what is wrong with a file that is to be attached. */
    static List<Violation> checkFile(StoredFile file) {
        var faults = new Faults();
        checkStoredFile(file, faults);
        return faults.list;
    }

    /** Returns what is wrong with a file for the document of an external id. */
    static List<Violation> checkAttachment(FileAttachment attachment) {
        var faults = new Faults();
        checkExternalId(attachment.externalId(), faults);
        var file = attachment.file();
        faults.require(file, "/file");
        if (file != null) {
            checkStoredFile(file, faults);
        }
        return faults.list;
    }

    private static void checkStoredFile(StoredFile file, Faults faults) {
        checkFile(file.filename(), file.contentType(), file.size(), file.storagePath(), faults);
        faults.require(file.storagePath(), "/storagePath");
    }

    /** Returns what is wrong with the external id of a document that is meant. */
    static List<Violation> checkExternalId(@Nullable String externalId) {
        var faults = new Faults();
        checkExternalId(externalId, faults);
        return faults.list;
    }

    private static void checkExternalId(@Nullable String externalId, Faults faults) {
        faults.require(externalId, "/externalId");
        if (externalId != null) {
            Texts.check(externalId, 1, EXTERNAL_ID_LENGTH, "/externalId", faults::add);
        }
    }

    private static void checkIdentity(DocumentUpsert item, Faults faults) {
        checkExternalId(item.externalId(), faults);
        faults.require(item.clientId(), "/clientId");
        faults.require(item.scope(), "/scope");
        var type = item.type();
        faults.require(type, "/type");
        if (type != null) {
            Texts.check(type, 1, TYPE_LENGTH, "/type", faults::add);
            if (!Texts.all(type, ItemValidator::isTypeCharacter)) {
                faults.add(ViolationCodes.CHARACTER, "/type", "must have no character but a-z, 0-9, _ and -");
            }
        }
    }

    private static void checkFile(
            @Nullable String filename,
            @Nullable String contentType,
            @Nullable Long size,
            @Nullable String storagePath,
            Faults faults) {
        if (filename != null) {
            Texts.check(filename, 1, FILENAME_LENGTH, "/filename", faults::add);
            if (!Texts.all(filename, ItemValidator::isAllowedInFilename)) {
                faults.add(
                        ViolationCodes.CHARACTER, "/filename", "must have no path separator and no control character");
            }
        }
        if (contentType != null && !CONTENT_TYPES.contains(contentType)) {
            faults.add(
                    ViolationCodes.NOT_ALLOWED,
                    "/contentType",
                    "must be image/jpeg, image/png, image/webp or application/pdf");
        }
        checkNotNegative(size, "/size", faults);
        if (storagePath != null) {
            Texts.check(storagePath, 1, STORAGE_PATH_LENGTH, "/storagePath", faults::add);
        }
    }

    private static void checkRest(DocumentUpsert item, Faults faults) {
        var expiresAt = item.expiresAt();
        if (expiresAt != null && (expiresAt.isBefore(FIRST_DAY) || expiresAt.isAfter(LAST_DAY))) {
            faults.add(ViolationCodes.RANGE, "/expiresAt", "must lie in the years 1 to 9999");
        }
        checkNotNegative(item.sourceVersion(), "/sourceVersion", faults);
        checkNotNegative(item.expectedVersion(), "/expectedVersion", faults);
    }

    private static void checkNotNegative(@Nullable Long value, String path, Faults faults) {
        if (value != null && value < 0) {
            faults.add(ViolationCodes.RANGE, path, "must be 0 or more");
        }
    }

    private void checkJson(DocumentUpsert item, Faults faults) {
        JsonFaults.check(item.metadata(), limits, "/metadata", faults::add);
        int before = faults.list.size();
        JsonFaults.check(item.fields(), limits, "/fields", faults::add);
        // What is beyond the limits is not worth decoding: its size is the very reason for its refusal.
        if (faults.list.size() == before && item.scope() != null && item.type() != null) {
            fieldsValidator.check(item.scope(), item.type(), item.fields(), faults::add);
        }
    }

    private static boolean isTypeCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private static boolean isAllowedInFilename(int c) {
        return c != '/' && c != '\\' && (c == 0 || !Character.isISOControl(c)); // U+0000 has a code of its own
    }

    /** The violations of one item; most items never have any. */
    private static final class Faults {
        private List<Violation> list = List.of();

        void add(Violation violation) {
            if (list.isEmpty()) {
                list = new ArrayList<>();
            }
            if (list.size() < MOST_VIOLATIONS) {
                list.add(violation);
            }
        }

        void add(String code, String path, String message) {
            add(new Violation(code, path, message));
        }

        void require(@Nullable Object value, String path) {
            if (value == null) {
                add(ViolationCodes.REQUIRED, path, "is required");
            }
        }
    }
}
