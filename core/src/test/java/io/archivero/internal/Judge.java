package io.archivero.internal;

import io.archivero.DocumentTypes;
import io.archivero.DocumentUpsert;
import io.archivero.JsonObject;
import io.archivero.Limits;
import io.archivero.Scope;
import io.archivero.ValidationLevel;
import io.archivero.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Opens the validators to tests of other packages. */
public final class Judge {
    private static final ItemValidator STRICT = new ItemValidator(
            Limits.DEFAULT,
            new FieldsValidator(DocumentTypes.builtIn(), ValidationLevel.STRICT, FieldsValidator.defaultValidator()));

    private Judge() {}

    /** Judges an item whole, by the default limits and the strict rules of the built-in types. */
    public static List<Violation> of(DocumentUpsert item) {
        return STRICT.check(item);
    }

    /** Judges fields of scope MX and type {@code ine}; the answer is sorted by path. */
    public static List<Violation> of(DocumentTypes types, ValidationLevel level, JsonObject fields) {
        var violations = new ArrayList<Violation>();
        new FieldsValidator(types, level, FieldsValidator.defaultValidator())
                .check(Scope.MX, "ine", fields, violations::add);
        violations.sort(Comparator.comparing(Violation::path).thenComparing(Violation::code));
        return violations;
    }
}
