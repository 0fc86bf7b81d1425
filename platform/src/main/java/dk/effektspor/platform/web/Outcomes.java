package dk.effektspor.platform.web;

import dk.effektspor.platform.postgres.DatabaseFault;
import dk.effektspor.platform.vault.Cpr;
import dk.effektspor.platform.vault.Vault;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** What each failure is to the caller. The one place that turns failures into statuses. */
final class Outcomes {

    private Outcomes() {}

    static Problem of(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        BodyTooLarge tooLarge = cause(failure, BodyTooLarge.class);
        if (tooLarge != null) {
            return tooLarge.problem();
        }
        Optional<DatabaseFault> fault = DatabaseFault.behind(failure);
        if (fault.isPresent()) {
            return new Problem(503, fault.get().code(), Map.of());
        }
        if (isStoreAway(failure)) {
            return new Problem(503, "store.away", Map.of());
        }
        if (failure instanceof AuthenticationServiceException) {
            return new Problem(503, "access.issuer-away", Map.of());
        }
        if (failure instanceof AccessDeniedException) {
            return new Problem(403, "access.forbidden", Map.of());
        }
        if (failure instanceof Cpr.Invalid) {
            return Problem.invalidField("cpr", "cpr");
        }
        if (failure instanceof Vault.KeyDestroyed) {
            return new Problem(410, "citizen.forgotten", Map.of());
        }
        Problem ofRequest = ofRequest(failure);
        return ofRequest != null ? ofRequest : new Problem(500, "internal", Map.of());
    }

    private static @Nullable Problem ofRequest(Throwable failure) {
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            JacksonException fault = cause(unreadable, JacksonException.class);
            return fault != null ? JsonFault.of(fault) : new Problem(400, "request.missing-body", Map.of());
        }
        if (failure instanceof BindingResult invalid) {
            return invalidFields(invalid.getFieldErrors());
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return invalid.isForReturnValue() ? null : invalidParameters(invalid);
        }
        if (failure instanceof TypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return missingParameter(missing.getParameterName());
        }
        if (failure instanceof MissingRequestHeaderException missing) {
            return missingParameter(missing.getHeaderName());
        }
        if (failure instanceof InvalidParameterException) {
            return new Problem(400, "request.unreadable-query", Map.of());
        }
        if (failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException) {
            return new Problem(404, "request.unknown-route", Map.of());
        }
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            String[] supported = method.getSupportedMethods();
            return new Problem(
                    405,
                    "request.method-not-allowed",
                    Map.of("allowed", supported == null ? List.of() : List.copyOf(new TreeSet<>(List.of(supported)))));
        }
        if (failure instanceof HttpMediaTypeNotSupportedException type) {
            return mediaType(415, "request.unsupported-media-type", type);
        }
        if (failure instanceof HttpMediaTypeNotAcceptableException type) {
            return mediaType(406, "request.not-acceptable", type);
        }
        if (failure instanceof ErrorResponse response) {
            return ofStatus(response.getStatusCode().value());
        }
        return null;
    }

    /** What the container or the framework refuses without telling more than a status. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> new Problem(401, "access.not-signed-in", Map.of());
            case 403 -> new Problem(403, "access.forbidden", Map.of());
            case 404 -> new Problem(404, "request.unknown-route", Map.of());
            case 503 -> new Problem(503, "store.away", Map.of());
            default -> {
                HttpStatus known = HttpStatus.resolve(status);
                yield known != null && known.is4xxClientError()
                        ? new Problem(status, "request.refused", Map.of("status", status))
                        : new Problem(500, "internal", Map.of());
            }
        };
    }

    private static Problem invalidFields(List<FieldError> errors) {
        return errors.isEmpty()
                ? new Problem(400, "request.refused", Map.of("status", 400))
                : Problem.invalidField(errors.get(0).getField(), "value");
    }

    private static Problem invalidParameters(HandlerMethodValidationException invalid) {
        String parameter = invalid.getParameterValidationResults().stream()
                .map(result -> result.getMethodParameter().getParameterName())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("?");
        return invalidParameter(parameter, "value");
    }

    private static Problem mismatch(TypeMismatchException mismatch) {
        Class<?> type = mismatch.getRequiredType();
        String parameter = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(mismatch.getPropertyName(), "?");
        List<String> allowed = JsonFault.constants(type);
        if (allowed.isEmpty()) {
            return invalidParameter(parameter, type == null ? "value" : JsonFault.typeRule(type));
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("field", parameter);
        facts.put("rule", "one-of");
        facts.put("allowed", allowed);
        return new Problem(400, "request.unknown-value", facts);
    }

    static Problem invalidParameter(String parameter, String rule) {
        return new Problem(400, "request.invalid-parameter", Map.of("parameter", parameter, "rule", rule));
    }

    private static Problem missingParameter(String parameter) {
        return new Problem(400, "request.missing-parameter", Map.of("parameter", parameter));
    }

    private static Problem mediaType(int status, String code, HttpMediaTypeException type) {
        Collection<String> supported = type.getSupportedMediaTypes().stream()
                .map(MediaType::toString)
                .sorted()
                .toList();
        return new Problem(status, code, Map.of("allowed", List.copyOf(supported)));
    }

    private static boolean isStoreAway(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof TransientDataAccessException
                    || t instanceof RecoverableDataAccessException
                    || t instanceof DataAccessResourceFailureException
                    || t instanceof NonTransientDataAccessResourceException
                    || t instanceof CannotCreateTransactionException
                    || t instanceof TransactionSystemException) {
                return true;
            }
        }
        return false;
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
