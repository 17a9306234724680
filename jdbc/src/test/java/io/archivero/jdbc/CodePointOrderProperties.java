package io.archivero.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodePointOrderProperties {
    @Property
    @Label("texts are in the order of their UTF-8 bytes, as a binary collation has them")
    void binary(@ForAll("texts") String left, @ForAll("texts") String right) {
        int binary =
                Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        assertEquals(Integer.signum(binary), Integer.signum(CodePointOrder.INSTANCE.compare(left, right)));
    }

    /** Few characters, so that texts begin alike; below, among and above the surrogates. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "ñ", "\uD7FF", "\uE000", "\uFF5E", "\uFFFF", "😀", "😁", "\uDBFF\uDFFF")
                .list()
                .ofMaxSize(4)
                .map(characters -> String.join("", characters));
    }
}
