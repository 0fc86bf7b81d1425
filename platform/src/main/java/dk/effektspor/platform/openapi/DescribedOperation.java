package dk.effektspor.platform.openapi;

import dk.effektspor.platform.security.Casework;
import dk.effektspor.platform.security.ErasureDeciding;
import dk.effektspor.platform.security.LegalHolding;
import dk.effektspor.platform.security.PersonReading;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/** Says of each operation what cannot be seen from its signature: what it is for, its headers and what it may refuse. */
final class DescribedOperation implements GlobalOperationCustomizer {

    static final String PROBLEM = "Problem";

    private static final Map<String, String> REFUSALS = Map.ofEntries(
            Map.entry("400", "malformed: the field or parameter is named"),
            Map.entry("401", "not signed in"),
            Map.entry("403", "not for this role, or a case of another unit"),
            Map.entry("404", "no such thing"),
            Map.entry("409", "a rule says no: its code and facts"),
            Map.entry("412", "the case is at another version than If-Match says"),
            Map.entry("413", "the body is too large"),
            Map.entry("415", "the body is no JSON"),
            Map.entry("422", "the Idempotency-Key was used for another request"),
            Map.entry("428", "the role must say what it looks for, in the header Access-Purpose"),
            Map.entry("429", "too many requests, of one client or altogether; try again after Retry-After"),
            Map.entry("503", "a store or view is away or behind for the moment; try again after Retry-After"));

    private static final List<Class<? extends Annotation>> WRITES =
            List.of(Casework.class, ErasureDeciding.class, LegalHolding.class);

    private final OperationTexts texts;

    DescribedOperation(OperationTexts texts) {
        this.texts = texts;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        OperationTexts.Told told = texts.of(handler);
        if (told != null) {
            operation.operationId(told.id()).summary(told.summary());
        }
        boolean writes = WRITES.stream().anyMatch(handler::hasMethodAnnotation);
        if (writes) {
            operation.addParametersItem(header("Idempotency-Key"));
            operation.addParametersItem(header("If-Match"));
        }
        boolean looks = PersonReading.isDoneBy(handler);
        if (looks) {
            operation.addParametersItem(header("Access-Purpose"));
        }
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        parameters.forEach(parameter -> parameter.description(texts.ofParameter(handler, parameter.getName())));
        answers(operation, handler, writes);
        refusals(operation, parameters, writes);
        if (looks) {
            refusal(operation, "428");
        }
        return operation;
    }

    private static Parameter header(String name) {
        return new HeaderParameter().name(name).schema(new StringSchema());
    }

    private static void answers(Operation operation, HandlerMethod handler, boolean writes) {
        ApiResponses responses = operation.getResponses();
        ApiResponse success = responses.remove("200");
        if (success == null) {
            return;
        }
        ResolvableType answer = ResolvableType.forMethodReturnType(handler.getMethod());
        boolean entity = answer.toClass() == ResponseEntity.class;
        boolean empty = entity && answer.getGeneric(0).toClass() == Void.class;
        String status = !writes ? "200" : empty ? "204" : "201";
        if (entity) {
            success.addHeaderObject("ETag", told(writes ? "the case's new version" : "the version told"));
        }
        if (status.equals("201")) {
            success.addHeaderObject("Location", told("where what was created is found"));
        }
        responses.addApiResponse(status, success.description(empty ? "done" : writes ? "created" : "the answer"));
    }

    private static Header told(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static void refusals(Operation operation, List<Parameter> parameters, boolean writes) {
        refusal(operation, "401");
        refusal(operation, "403");
        refusal(operation, "429");
        refusal(operation, "503");
        if (operation.getRequestBody() != null) {
            List.of("400", "413", "415").forEach(status -> refusal(operation, status));
        }
        if (!parameters.isEmpty()) {
            refusal(operation, "400");
        }
        if (parameters.stream().anyMatch(p -> "path".equals(p.getIn()) || "citizenId".equals(p.getName()))) {
            refusal(operation, "404");
        }
        if (writes) {
            List.of("409", "412", "422").forEach(status -> refusal(operation, status));
        }
    }

    private static void refusal(Operation operation, String status) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(REFUSALS.get(status))
                                .content(new Content()
                                        .addMediaType("application/problem+json", new MediaType().schema(problem))));
    }
}
