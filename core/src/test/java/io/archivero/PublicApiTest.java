package io.archivero;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Pins what hosts can see of this module, since what comes into the API stays there. After a change that is meant, take
 * {@code target/public-api.txt} over as {@code src/test/resources/io/archivero/public-api.txt}, and read the difference twice.
 */
class PublicApiTest {
    private static final List<String> PACKAGES =
            List.of("io.archivero", "io.archivero.constraints", "io.archivero.spi", "io.archivero.wire");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*(\\.[a-zA-Z0-9$]+)+");
    private static final Pattern ALLOWED =
            Pattern.compile("(java\\.|jakarta\\.validation\\.|io\\.archivero\\.(?!internal)).*");

    @Test
    @DisplayName("What hosts can see is what was agreed")
    void pinned() throws Exception {
        var actual = String.join("\n", signatures()) + "\n";
        Files.writeString(Path.of("target", "public-api.txt"), actual);
        try (var in = PublicApiTest.class.getResourceAsStream("/io/archivero/public-api.txt")) {
            assertTrue(in != null, "there is no list yet: target/public-api.txt would be one");
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), actual);
        }
    }

    @Test
    @DisplayName("Only types of Java, of Jakarta Validation and of the library itself stand in it")
    void ownTypesOnly() throws Exception {
        var foreign = signatures().stream()
                .flatMap(signature -> TYPE.matcher(signature).results().map(found -> found.group()))
                .filter(type -> !ALLOWED.matcher(type).matches())
                .collect(Collectors.toSet());
        assertEquals(Set.of(), foreign);
    }

    private static List<String> signatures() throws Exception {
        var signatures = new ArrayList<String>();
        for (var name : PACKAGES) {
            for (var type : publicTypes(name)) {
                signatures.add(type.toGenericString());
                Stream.<Member>concat(
                                Arrays.stream(type.getDeclaredFields()),
                                Stream.concat(
                                        Arrays.stream(type.getDeclaredConstructors()),
                                        Arrays.stream(type.getDeclaredMethods())))
                        .filter(member -> visible(member.getModifiers()) && !member.isSynthetic())
                        .map(PublicApiTest::signature)
                        .sorted()
                        .forEach(signature -> signatures.add("    " + signature));
            }
        }
        return signatures;
    }

    private static String signature(Member member) {
        if (member instanceof Method method) {
            return method.toGenericString();
        }
        return member instanceof Constructor<?> constructor
                ? constructor.toGenericString()
                : ((Field) member).toGenericString();
    }

    private static List<Class<?>> publicTypes(String packageName) throws IOException, URISyntaxException {
        var classes = Path.of(Environment.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .map(file -> load(packageName + "." + file.substring(0, file.length() - ".class".length())))
                    .filter(type -> visible(type.getModifiers()) && !type.isAnonymousClass())
                    .sorted(Comparator.comparing(Class::getName))
                    .<Class<?>>map(type -> type)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApiTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean visible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
