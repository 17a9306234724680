package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.archivero.DocumentQuery;
import io.archivero.DocumentRepository;
import io.archivero.DocumentUpsert;
import io.archivero.Environment;
import io.archivero.Scope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class SpringWithoutAutocommitTest {
    private static final UUID ANA = UUID.fromString("0b8c8b51-5c0e-4b6c-9f41-2f1d35a3f6a7");
    private static final List<DocumentUpsert> PAPERS = List.of(DocumentUpsert.builder("paper")
            .clientId(ANA)
            .scope(Scope.MX)
            .type("ine")
            .build());

    @Test
    @DisplayName(
            "Over a pool with autocommit off, a repository that was told to join leaves it to Spring to commit and roll back")
    void joins() {
        try (var context =
                new AnnotationConfigApplicationContext(SpringHost.class, SpringHost.OnH2WithoutAutocommit.class)) {
            var desk = context.getBean(CustomerDesk.class);
            var documents = context.getBean(DocumentRepository.class);
            assertThrows(
                    IllegalStateException.class,
                    () -> desk.together(() -> {
                        desk.register(ANA, PAPERS);
                        throw new IllegalStateException("the host changes its mind");
                    }));
            assertEquals(0, desk.lookUp(() -> documents.count(Environment.LIVE, DocumentQuery.all())));
            desk.register(ANA, PAPERS);
            assertEquals(1, desk.lookUp(() -> documents.count(Environment.LIVE, DocumentQuery.all())));
        }
    }
}
