package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.openapi.OperationTexts;
import dk.effektspor.platform.security.CaseReading;
import dk.effektspor.platform.security.PersonReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every endpoint that can show a person, found by its annotation, and sees that each answer leaves exactly one entry. There is no
 * list to keep; an endpoint that asks for something nobody here can fill in fails the walk until {@link #known} can.
 */
class EveryLookIsRecordedTest extends RunningStandalone {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String CPR = "620112-4%03d";
    private static final OperationTexts TEXTS = OperationTexts.read();
    private static int count;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    @SuppressWarnings("NullAway.Init")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate sql;

    /** What a path variable, a parameter or a field of a body is filled in with, by its name. */
    private final Map<String, String> known = new HashMap<>();

    private String foreignCase = "";

    @BeforeEach
    void two_cases_one_of_which_moves_away() {
        String address = opened();
        known.put("cpr", CPR.formatted(count));
        known.put("caseId", last(address));
        known.put("noteId", last(created(address + "/notes", "{'text': 'Opdigtet', 'effectiveOn': '2020-03-04'}")));
        known.put(
                "meetingId",
                last(created(
                        address + "/network-meetings",
                        "{'citizenPresent': true, 'summary': 'Opdigtet', 'effectiveOn': '2020-03-05'}")));
        known.put("scoringId", last(created(address + "/compass-scores", reading())));
        String decided = created(address + "/interventions", """
                {'measure': 'HJEM', 'legalBasis': {'law': 'SEL', 'paragraph': '§52 stk. 3 nr. 2'},
                 'plannedStart': '2020-04-01', 'plannedEnd': '2021-04-01', 'goals': ['Opdigtet'],
                 'exitPlan': 'Opdigtet', 'reason': 'Opdigtet', 'effectiveOn': '2020-03-15'}""");
        known.put("interventionId", last(decided));
        Answer written =
                post("sagsbehandler", address + "/notes", json("{'text': 'Sidst', 'effectiveOn': '2020-03-20'}"));
        assertThat(get("sagsbehandler", address + "?atLeast=" + written.version())
                        .status())
                .isEqualTo(200);
        assertThat(get("sagsbehandler", address + "/timeline?atLeast=" + written.version())
                        .status())
                .isEqualTo(200);
        known.put("citizenId", lastEntry().citizens().get(0));
        known.put("validAt", "2020-04-01");
        known.put("knownAt", "2030-01-01");
        known.put("on", "2020-04-01");
        known.put("sequence", "1");

        String moving = opened();
        foreignCase = last(moving);
        Answer moved = post("sagsbehandler", moving + "/transfer", json("""
                {'unit': 'BBU-AMAGER', 'caseworker': 'anden', 'reason': 'Flyttet', 'effectiveOn': '2020-04-01'}"""));
        assertThat(moved.status()).as(moved.body()).isEqualTo(204);
        assertThat(get("revisor", moving + "/timeline?atLeast=" + moved.version())
                        .status())
                .isEqualTo(200);
        assertThat(get("revisor", moving + "?atLeast=" + moved.version()).status())
                .isEqualTo(200);
    }

    @Test
    void every_endpoint_that_can_show_a_person_leaves_exactly_one_entry_on_200_403_and_404() {
        List<Endpoint> endpoints = endpoints().toList();
        assertThat(endpoints).hasSizeGreaterThan(12);
        for (Endpoint endpoint : endpoints) {
            String user = endpoint.reader();
            endpoint.leaves(this, user, known, 200, endpoint.names("caseId") ? known.get("caseId") : null);
            endpoint.leaves(this, "analytiker", known, 403, endpoint.names("caseId") ? known.get("caseId") : null);
            if (endpoint.names("caseId") && user.equals("sagsbehandler")) {
                endpoint.leaves(this, user, with(Map.of("caseId", foreignCase)), 403, foreignCase);
                assertThat(lastEntry().citizens())
                        .as("whom it was about: " + endpoint)
                        .hasSize(1);
            }
            if (!endpoint.variables().isEmpty()) {
                String unknown = UUID.randomUUID().toString();
                Map<String, String> nobody =
                        with(endpoint.variables().stream().collect(Collectors.toMap(name -> name, name -> unknown)));
                endpoint.leaves(this, user, nobody, 404, endpoint.names("caseId") ? unknown : null);
            }
        }
    }

    @Test
    void everything_a_citizen_can_be_told_of_has_words_in_both_languages() throws Exception {
        for (String language : List.of("da", "en")) {
            Properties words = PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("messages/access_" + language + ".properties"));
            assertThat(endpoints().map(Endpoint::operation).distinct())
                    .allSatisfy(operation -> assertThat(words).containsKey("operation." + operation));
        }
    }

    private Stream<Endpoint> endpoints() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> PersonReading.isDoneBy(entry.getValue()))
                .flatMap(entry -> endpoints(entry.getKey(), entry.getValue()));
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Endpoint(method, path, accepted(info), handler)));
    }

    /** Without it the same of two handlers at one address would answer always. */
    private static List<String> accepted(RequestMappingInfo info) {
        return info.getProducesCondition().getProducibleMediaTypes().stream()
                .limit(1)
                .flatMap(type -> Stream.of("Accept", type.toString()))
                .toList();
    }

    private record Entry(
            long position, int status, String operation, String request, List<String> cases, List<String> citizens) {}

    private record Endpoint(RequestMethod method, String path, List<String> headers, HandlerMethod handler) {

        String operation() {
            return Objects.requireNonNull(TEXTS.of(handler), toString()).id();
        }

        String reader() {
            return handler.hasMethodAnnotation(CaseReading.class) ? "sagsbehandler" : "revisor";
        }

        List<String> variables() {
            return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        }

        boolean names(String variable) {
            return variables().contains(variable);
        }

        void leaves(
                EveryLookIsRecordedTest app,
                String user,
                Map<String, String> values,
                int status,
                @Nullable String caseId) {
            long before = app.lastEntry().position();
            String address = address(values);
            String[] sent = headers.toArray(String[]::new);
            Answer answer = method == RequestMethod.GET
                    ? app.get(user, address, sent)
                    : app.post(user, address, body(values), sent);
            assertThat(answer.status())
                    .as(user + " " + this + " " + answer.body())
                    .isEqualTo(status);
            Entry entry = app.lastEntry();
            assertThat(entry.position())
                    .as("one entry of " + status + " at " + this)
                    .isEqualTo(before + 1);
            assertThat(entry.status()).as(toString()).isEqualTo(status);
            assertThat(entry.operation()).as(toString()).isEqualTo(operation());
            assertThat(entry.request()).isEqualTo(method + " " + path);
            if (caseId != null) {
                assertThat(entry.cases()).as(toString()).containsExactly(caseId);
            }
        }

        private String address(Map<String, String> values) {
            String filled =
                    VARIABLE.matcher(path).replaceAll(found -> Matcher.quoteReplacement(value(values, found.group(1))));
            String query = Stream.of(handler.getMethodParameters())
                    .filter(Endpoint::isRequired)
                    .map(parameter -> name(parameter) + "=" + value(values, name(parameter)))
                    .collect(Collectors.joining("&"));
            return query.isEmpty() ? filled : filled + "?" + query;
        }

        private String body(Map<String, String> values) {
            return Stream.of(handler.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                    .flatMap(parameter -> Stream.of(parameter.getParameterType().getRecordComponents()))
                    .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(part -> "\"" + part.getName() + "\": \"" + value(values, part.getName()) + "\"")
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        private String value(Map<String, String> values, String name) {
            String value = values.get(name);
            assertThat(value).as("nobody fills in " + name + " of " + this).isNotNull();
            return Objects.requireNonNull(value);
        }

        private static boolean isRequired(MethodParameter parameter) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
            assertThat(header != null
                            && header.required()
                            && header.defaultValue().equals(ValueConstants.DEFAULT_NONE))
                    .as("a header nobody fills in: " + parameter)
                    .isFalse();
            return asked != null
                    && asked.required()
                    && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)
                    && !parameter.isOptional();
        }

        private static String name(MethodParameter parameter) {
            return Objects.requireNonNull(parameter
                    .getExecutable()
                    .getParameters()[parameter.getParameterIndex()]
                    .getName());
        }

        @Override
        public String toString() {
            return method + " " + path + " " + String.join(" ", headers);
        }
    }

    private Entry lastEntry() {
        return sql
                .query(
                        "select position, status, operation, request, cases, citizens from access_entry"
                                + " order by position desc limit 1",
                        (row, number) -> new Entry(
                                row.getLong(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                ids((UUID[]) row.getArray(5).getArray()),
                                ids((UUID[]) row.getArray(6).getArray())))
                .stream()
                .findFirst()
                .orElse(new Entry(0, 0, "", "", List.of(), List.of()));
    }

    private static List<String> ids(UUID[] ids) {
        return Stream.of(ids).map(UUID::toString).toList();
    }

    private Map<String, String> with(Map<String, String> others) {
        Map<String, String> values = new HashMap<>(known);
        values.putAll(others);
        return values;
    }

    private String opened() {
        count++;
        return created("/api/v1/cases", """
                {'cpr': '%s', 'name': 'Opdigtet Barn', 'targetGroup': 'UBU-6-12', 'unit': 'BBU-NOERREBRO',
                 'caseworker': 'sagsbehandler', 'caseNumber': '2020-61000%02d', 'effectiveOn': '2020-03-02'}""".formatted(CPR.formatted(count), count));
    }

    private String created(String path, String body) {
        Answer answer = post("sagsbehandler", path, json(body));
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(201);
        return answer.header("Location");
    }

    private static String reading() {
        String scores = IntStream.rangeClosed(1, 10)
                .mapToObj(no -> "{'dimension': " + no + ", 'score': 5}")
                .collect(Collectors.joining(", "));
        return "{'compass': 'UBU-6-12', 'compassVersion': '2012.1', 'rater': 'EMPLOYEE', 'occasion': 'ENTRY', 'scores': ["
                + scores + "], 'effectiveOn': '2020-03-10'}";
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
