package io.archivero.internal;

import io.archivero.ViolationCodes;
import io.archivero.internal.StrictScalars.MisfitException;
import java.lang.reflect.Type;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decodes what is more than one value, such as nested records and lists, through Jackson. Of its complaint only the
 * place is kept, because its message repeats the value.
 */
final class JacksonDecoder implements Decoder {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonReader.FACTORY)
            .addModule(new StrictScalars())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // the brace behind the value, see below
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Type type;
    private final ObjectReader reader;

    JacksonDecoder(Type type) {
        this.type = type;
        this.reader = MAPPER.readerFor(MAPPER.constructType(type));
    }

    @Override
    public Object decode(Object json) {
        var object = CanonicalJson.of(Map.of("value", json)).text();
        try (var parser = JsonReader.FACTORY.createParser(ObjectReadContext.empty(), object)) {
            parser.nextToken(); // the brace
            parser.nextToken(); // the key
            parser.nextToken(); // the value
            Object value = reader.readValue(parser);
            return value == null ? refused("") : value;
        } catch (InvalidDefinitionException e) {
            throw new IllegalStateException("Jackson cannot make values of " + type.getTypeName(), e);
        } catch (JacksonException e) {
            return misfit(e);
        }
    }

    private static Misfit misfit(JacksonException e) {
        var path = "";
        for (var step : e.getPath()) {
            var key = step.getPropertyName();
            path = key == null ? JsonPointers.child(path, step.getIndex()) : JsonPointers.child(path, key);
        }
        if (e instanceof MisfitException unfit) {
            return new Misfit(unfit.misfit().code(), path, unfit.misfit().message());
        }
        return e instanceof ValueInstantiationException
                ? refused(path)
                : new Misfit(ViolationCodes.TYPE, path, "must have the JSON type that its place asks for");
    }

    private static Misfit refused(String path) {
        return new Misfit(ViolationCodes.NOT_ALLOWED, path, "is refused by the type that is registered for it");
    }
}
