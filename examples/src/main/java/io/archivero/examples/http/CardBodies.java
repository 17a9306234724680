package io.archivero.examples.http;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies of batches for {@link MeasureEndpoint}: voter cards with all their fields, about 900 bytes each. */
final class CardBodies {
    /** The owner of the documents that are read. */
    static final UUID READER = UUID.fromString("0b8c8b51-5c0e-4b6c-9f41-2f1d35a3f6a7");

    private static final String CARD = """
            {"externalId":"%1$s","clientId":"%2$s","scope":"MX","type":"ine","category":"identity","contentType":"image/jpeg",\
            "expiresAt":"2033-12-31","filename":"front.jpg","size":245678,"storagePath":"cards/%1$s/front.jpg",\
            "metadata":{"source":"branch 12","attempt":2},"fields":{"claveElector":"HRGMGB56042730M400",\
            "curp":"HEGG560427MVZRRL04","fullName":"GLORIA HERN\u00c1NDEZ GARC\u00cdA","paternalSurname":"HERN\u00c1NDEZ",\
            "maternalSurname":"GARC\u00cdA","givenNames":"GLORIA","dateOfBirth":"1956-04-27","birthState":"VERACRUZ",\
            "street":"AV. INDEPENDENCIA","exteriorNumber":"12","interiorNumber":"3-B","neighborhood":"CENTRO",\
            "municipality":"XALAPA","state":"VERACRUZ","postalCode":"91000","section":"1234","registrationYear":1991,\
            "issueYear":2023,"expirationYear":2033}}""";

    private final AtomicLong next = new AtomicLong();

    /** Returns a batch of so many cards that nobody has had before, each of another owner. */
    String fresh(int cards) {
        long batch = next.incrementAndGet();
        return body(cards, i -> CARD.formatted("new-" + batch + "-" + i, new UUID(0x7000 | batch << 16, i)));
    }

    /** Returns the same batch of 250 cards every time. */
    static String stored() {
        return body(250, i -> CARD.formatted("stored-" + i, READER));
    }

    private static String body(int cards, IntFunction<String> card) {
        return IntStream.range(0, cards).mapToObj(card).collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }
}
