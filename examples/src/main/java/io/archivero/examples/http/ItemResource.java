package io.archivero.examples.http;

import io.archivero.BatchUpsertResult;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.ViolationCodes;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@code PUT /documents/external/{externalId}}: one document. Its external id is all the rest of the path, slashes included. */
final class ItemResource implements Resource {
    private final DocumentRepository documents;
    private final Intake intake;

    ItemResource(DocumentRepository documents, Intake intake) {
        this.documents = documents;
        this.intake = intake;
    }

    @Override
    public String method() {
        return "PUT";
    }

    @Override
    public String template() {
        return "/documents/external/{externalId}";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(Call.EXTENSIONS);
    }

    @Override
    public boolean isGuarded() {
        return true;
    }

    @Override
    public Reply answer(Call call) throws IOException {
        var codec = call.codec();
        var externalId = PercentText.decode(call.variable());
        var item = codec.readItem(externalId, call.body().requireJson());
        requireSameExternalId(item);
        return intake.take(
                () -> new BatchUpsertResult(true, List.of(documents.upsertByExternalId(call.environment(), item))),
                (result, out) -> codec.write(result.items().get(0), out));
    }

    /** Two external ids in one request are no fault of the document: it cannot be said which is meant. */
    private static void requireSameExternalId(DocumentUpsert item) {
        boolean other = item.violations().stream()
                .anyMatch(violation -> violation.path().equals("/externalId")
                        && violation.code().equals(ViolationCodes.NOT_ALLOWED));
        if (other) {
            throw Problem.of(
                    ProblemType.OTHER_EXTERNAL_ID,
                    "The externalId in the body may be left out; otherwise it must equal the one in the address.");
        }
    }
}
