package io.archivero.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.archivero.Environment;
import io.archivero.ItemOutcome;
import io.archivero.ValidationLevel;
import io.archivero.testkit.InMemoryDocumentRepository;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("Whatever the seed, a generated card")
class VoterCardGeneratorProperties {
    @Property
    @Label("passes the strict level, before and after a move")
    void passesTheStrictLevel(@ForAll long seed, @ForAll @IntRange(min = 1, max = 999_999) int number) {
        var generator = new VoterCardGenerator(seed);
        var documents = InMemoryDocumentRepository.builder()
                .validationLevel(ValidationLevel.STRICT)
                .build();
        assertEquals(
                ItemOutcome.CREATED,
                documents
                        .upsertByExternalId(Environment.TEST, generator.card(number))
                        .outcome());
        assertEquals(
                ItemOutcome.UPDATED,
                documents
                        .upsertByExternalId(Environment.TEST, generator.cardAfterMove(number))
                        .outcome());
    }

    @Property
    @Label("is the same whichever cards are made before it")
    void dependsOnItsNumberOnly(@ForAll long seed, @ForAll @IntRange(min = 2, max = 999_999) int number) {
        var generator = new VoterCardGenerator(seed);
        assertEquals(
                List.of(new VoterCardGenerator(seed).card(number)),
                generator.cards(number - 1, number).subList(1, 2));
    }

    @Property
    @Label("is another one for another number")
    void differsFromItsNeighbour(@ForAll long seed, @ForAll @IntRange(min = 1, max = 999_999) int number) {
        var generator = new VoterCardGenerator(seed);
        assertNotEquals(
                generator.card(number).clientId(), generator.card(number + 1).clientId());
    }
}
