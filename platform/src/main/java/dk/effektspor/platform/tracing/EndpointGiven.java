package dk.effektspor.platform.tracing;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Only an operator's own word turns tracing on. OpenTelemetry's environment variables do not: a platform may set them for
 * every container it runs, and what is sent is about citizens' cases.
 */
final class EndpointGiven implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return StringUtils.hasText(context.getEnvironment().getProperty("effektspor.tracing.endpoint"));
    }
}
