package dk.effektspor.command;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.casefile.CaseFileCommand;
import dk.effektspor.command.erasure.CitizenCommand;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand;
import dk.effektspor.platform.serialization.Json;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.privacy.SealedText;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over Axon Server a command travels as JSON; it must arrive as it was sent. */
class CommandFormTest {

    private final Serializer serializer = Json.serializer();

    static Stream<Class<?>> commands() {
        return Stream.of(
                        CaseFileCommand.class,
                        IndsatstrappeCommand.class,
                        ForandringskompasCommand.class,
                        CitizenCommand.class)
                .flatMap(CommandFormTest::records);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_arrives_as_it_was_sent(Class<?> type) throws Exception {
        Object command = sample(type);

        assertThat(serializer.<byte[], Object>deserialize(serializer.serialize(command, byte[].class)))
                .isEqualTo(command);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CommandFormTest::records)
                : Stream.of(type);
    }

    private static Object sample(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Object element = sample(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Set.class ? Set.of(element) : List.of(element);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain == String.class) {
            return "text";
        }
        if (plain == LocalDate.class) {
            return LocalDate.of(2020, 2, 29);
        }
        if (plain == UUID.class) {
            return new UUID(1, 2);
        }
        if (plain == int.class || plain == Integer.class) {
            return 7;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return true;
        }
        if (plain == SealedText.class) {
            return new SealedText("1.AAAA");
        }
        if (plain == CaseNumber.class) {
            return new CaseNumber("2014-0077042");
        }
        RecordComponent[] components = plain.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = sample(components[i].getGenericType());
        }
        Constructor<?> constructor = plain.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return constructor.newInstance(values);
    }
}
