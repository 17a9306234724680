package io.archivero.wire;

import io.archivero.Limits;
import io.archivero.Violation;
import io.archivero.ViolationCodes;
import io.archivero.internal.JsonPointers;
import io.archivero.internal.JsonReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;

/** Gathers what is wrong with one item on the wire, each fault with the place at which the parser stands. */
final class ItemFaults implements JsonReader.Faults {
    /** More are not gathered: an answer must not grow with the faults of a hostile item. */
    static final int MOST = 100;

    private final JsonParser parser;
    private final TokenStreamContext around;
    private final List<Violation> violations = new ArrayList<>(0);

    /** Begins at the first token of the item, whatever it is. */
    ItemFaults(JsonParser parser) {
        this.parser = parser;
        var context = parser.streamReadContext();
        this.around = parser.currentToken().isStructStart() ? context.getParent() : context;
    }

    /** Notes a fault of the key or value at which the parser stands. */
    void add(String code, String message) {
        if (violations.size() < MOST) {
            violations.add(new Violation(code, place(), message));
        }
    }

    @Override
    public void duplicateKey() {
        add(ViolationCodes.DUPLICATE_KEY, "must not occur twice");
    }

    @Override
    public void tooDeep() {
        add(ViolationCodes.JSON_DEPTH, "must nest at most " + Limits.PARSER_DEPTH + " levels deep");
    }

    List<Violation> violations() {
        return violations;
    }

    private String place() {
        var steps = new ArrayDeque<Object>();
        for (var context = parser.streamReadContext(); context != around; context = context.getParent()) {
            if (context.hasPathSegment()) {
                steps.addFirst(context.inObject() ? context.currentName() : context.getCurrentIndex());
            }
        }
        return JsonPointers.below("", steps);
    }
}
