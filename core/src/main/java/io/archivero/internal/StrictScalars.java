package io.archivero.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/** Makes Jackson read single values by {@link ScalarDecoders}: one strictness at every depth. */
final class StrictScalars extends JacksonModule {
    @Override
    public String getModuleName() {
        return "archivero-strict-scalars";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addDeserializers(new Lookup());
    }

    /** Carries a misfit out of Jackson, which notes the places on the way. */
    static final class MisfitException extends DatabindException {
        private static final long serialVersionUID = 1L;

        private final transient Misfit misfit;

        MisfitException(@Nullable JsonParser parser, Misfit misfit) {
            super(parser, misfit.message());
            this.misfit = misfit;
        }

        Misfit misfit() {
            return misfit;
        }
    }

    private static final class Lookup extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return find(type.getRawClass());
        }

        @Override
        public @Nullable ValueDeserializer<?> findEnumDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return find(type.getRawClass());
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return ScalarDecoders.find(type) != null;
        }

        private static @Nullable ValueDeserializer<?> find(Class<?> type) {
            var decoder = ScalarDecoders.find(type);
            return decoder == null ? null : new Scalar(decoder, type.isPrimitive());
        }
    }

    private static final class Scalar extends ValueDeserializer<Object> {
        private final Decoder decoder;
        private final boolean required;

        Scalar(Decoder decoder, boolean required) {
            this.decoder = decoder;
            this.required = required;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            var value = decoder.decode(json(parser));
            if (value instanceof Misfit misfit) {
                throw new MisfitException(parser, misfit);
            }
            return value;
        }

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            if (required) {
                throw new MisfitException(context.getParser(), Misfit.REQUIRED);
            }
            return null;
        }

        private static Object json(JsonParser parser) {
            return switch (parser.currentToken()) {
                case VALUE_STRING -> parser.getString();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonNumbers.parse(parser.getString());
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case START_OBJECT -> JsonReader.readObject(parser, CanonicalText.INSTANCE);
                // No single value is an array: what is in it does not count.
                case START_ARRAY -> List.of();
                case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("not at a value");
            };
        }
    }

    /** A canonical text was checked when it was written. */
    private enum CanonicalText implements JsonReader.Faults {
        INSTANCE;

        @Override
        public void duplicateKey() {
            throw new IllegalStateException("not canonical");
        }

        @Override
        public void tooDeep() {
            throw new IllegalStateException("not canonical");
        }
    }
}
