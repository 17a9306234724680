package io.archivero.examples.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.archivero.Environment;
import io.archivero.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

@Label("An external id in the address")
class ExternalIdProperties {
    private static RunningEndpoint endpoint;

    @BeforeContainer
    static void start() {
        endpoint = RunningEndpoint.start();
    }

    @AfterContainer
    static void stop() throws Exception {
        endpoint.close();
    }

    @Property(tries = 500)
    @Label("arrives as it was meant, whatever it is and however it was encoded")
    void arrives(@ForAll("externalIds") String externalId, @ForAll boolean encodeAll, @ForAll boolean lowerCase)
            throws IOException {
        var sent = encode(externalId, encodeAll, lowerCase);
        var item = Samples.item().target(Samples.ITEM + sent);
        var response = endpoint.exchange(item.body(Samples.item("").replace("\"externalId\":\"\",", "")));
        assertEquals(200, response.status(), response::text);
        var document = (Map<?, ?>) response.json().asMap().get("data");
        assertEquals(externalId, document.get("externalId"));
        assertTrue(endpoint.documents
                .findByExternalId(Environment.TEST, externalId)
                .isPresent());
        var again = endpoint.exchange(item.body(JsonObject.of(Map.of(
                        "externalId", externalId,
                        "clientId", Samples.CLIENT,
                        "scope", "MX",
                        "type", "ine",
                        "filename", "s3cr3t.pdf"))
                .json()));
        assertEquals(response.text(), again.text(), "the body may repeat it");
    }

    @Example
    @Label("is neither normalized nor decoded twice")
    void famousOnes() throws IOException {
        for (var externalId : new String[] {
            "..",
            "../../health",
            ".",
            "a/../b",
            "/",
            "//",
            "a//b",
            "%2F",
            "%252F",
            "%",
            "a b",
            "a+b",
            "a?b=c",
            "a#b",
            "a;b",
            "😀",
            "é",
            "e\u0301",
            " a ",
            "batch/external",
            "\\",
            "a\r\nX-Evil: 1",
            "\uFEFF",
            "\u202E",
            "null",
            "'; --"
        }) {
            arrives(externalId, false, false);
            arrives(externalId, true, true);
        }
    }

    @Provide
    Arbitrary<String> externalIds() {
        var parts = Arbitraries.oneOf(
                Arbitraries.of("/", "..", ".", "%2F", "%", "+", " ", "?", "#", "&", "=", ";", "😀", "ñ", "\t"),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(8).filter(ExternalIdProperties::isStorable));
        return parts.list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(list -> String.join("", list))
                .filter(ExternalIdProperties::isStorable);
    }

    /** Every text that is well-formed, and that the databases take. */
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Encodes all bytes, or those only that an address cannot have. */
    private static String encode(String text, boolean all, boolean lowerCase) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean isPlain = c < 0x7F && ("-._~!$&'()*+,;=:@/".indexOf(c) >= 0 || Character.isLetterOrDigit(c));
            if (isPlain && !all) {
                out.append(c);
            } else {
                var hex = String.format(Locale.ROOT, "%%%02X", (int) c);
                out.append(lowerCase ? hex.toLowerCase(Locale.ROOT) : hex);
            }
        }
        return out.toString();
    }
}
