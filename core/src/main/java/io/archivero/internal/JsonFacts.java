package io.archivero.internal;

import io.archivero.Limits;

/**
 * The measures of a JSON object that limits are held against, taken while its canonical text is written.
 *
 * @param depth levels of nesting, the outermost object being 1
 * @param bytes size of the canonical text in UTF-8
 * @param numberDigits most significant digits of any number in it
 * @param numberExponent largest absolute decimal exponent of any number in it
 * @param hostileText whether a string or key holds U+0000 or an unpaired surrogate
 */
public record JsonFacts(int depth, long bytes, long numberDigits, long numberExponent, boolean hostileText) {
    /** Tells, without a look at the content, that nothing in it is beyond the limits. */
    public boolean within(Limits limits) {
        return !hostileText
                && depth <= limits.maxDepth()
                && bytes <= limits.maxJsonBytes()
                && numberDigits <= limits.maxNumberDigits()
                && numberExponent <= limits.maxNumberExponent();
    }
}
