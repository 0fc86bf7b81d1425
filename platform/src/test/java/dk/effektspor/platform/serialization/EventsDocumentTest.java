package dk.effektspor.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.RecordEvents;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/events.md} what the code says; {@code -Deffektspor.approve=true} writes it anew. */
class EventsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/events.md");
    private static final Path SOURCES = Path.of("../shared-kernel/src/main/java");
    private static final Path APPROVED = Path.of("src/test/resources/events");
    private static final Pattern SAID =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*?)\\*/\\s*@EventName\\(\"([^\"]+)\"\\)", Pattern.DOTALL);
    private static final String HEAD = """
            # Events

            Generated from the code and checked by `EventsDocumentTest`; write it anew with
            `mvn -pl platform -am test -Deffektspor.approve=true`. An event is stored under its name and revision, never under
            a Java name. Who did it, when it was recorded and what led to it stand in the event's metadata (`EventTrace`).
            Fields of type `SealedText` are encrypted under the citizen's own key. The samples are the approved stored forms.
            """;

    @Test
    void the_document_says_what_the_code_says() throws IOException {
        String current = document();
        if (Boolean.getBoolean("effektspor.approve")) {
            Files.createDirectories(DOCUMENT.resolveSibling(""));
            Files.writeString(DOCUMENT, current);
        }
        assertThat(DOCUMENT)
                .as("docs/events.md; write it anew with -Deffektspor.approve=true")
                .hasContent(current);
    }

    private static String document() throws IOException {
        Map<String, String> sentences = sentences();
        List<Class<?>> types = RecordEvents.types()
                .sorted(Comparator.comparing(RecordEvents::nameOf))
                .toList();
        StringBuilder text =
                new StringBuilder(HEAD).append("\n| Event | Revision | What happened |\n| --- | --- | --- |\n");
        for (Class<?> type : types) {
            String name = RecordEvents.nameOf(type);
            text.append("| [%s](#%s) | %s | %s |\n"
                    .formatted(name, name.replace(".", ""), revision(type), sentences.getOrDefault(name, "")));
        }
        for (Class<?> type : types) {
            String name = RecordEvents.nameOf(type);
            text.append("\n## ").append(name).append("\n\n");
            text.append(sentences.getOrDefault(name, "")).append("\n\n");
            text.append("| Field | Type | |\n| --- | --- | --- |\n");
            for (RecordComponent field : type.getRecordComponents()) {
                boolean optional = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
                text.append("| `%s` | `%s` | %s |\n"
                        .formatted(field.getName(), typeName(field.getGenericType()), optional ? "may be absent" : ""));
            }
            String sample = Files.readString(APPROVED.resolve(name + "-" + revision(type) + ".json"));
            text.append("\n```json\n").append(sample).append("```\n");
        }
        return text.toString();
    }

    private static String revision(Class<?> type) {
        return type.getAnnotation(Revision.class).value();
    }

    private static String typeName(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ((Class<?>) generic.getRawType()).getSimpleName()
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(EventsDocumentTest::typeName)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        return type instanceof Class<?> plain ? plain.getSimpleName() : type.getTypeName();
    }

    private static Map<String, String> sentences() throws IOException {
        Map<String, String> sentences = new HashMap<>();
        try (var files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Event.java")).toList()) {
                Matcher said = SAID.matcher(Files.readString(file));
                while (said.find()) {
                    String comment =
                            said.group(1).replaceAll("\\s*\\n\\s*\\*", " ").strip();
                    sentences.put(
                            said.group(2),
                            comment.replaceAll("\\s*@param.*", "")
                                    .replaceAll("\\{@code ([^}]*)}", "`$1`")
                                    .replaceAll("\\s+", " ")
                                    .strip());
                }
            }
        }
        return sentences;
    }
}
