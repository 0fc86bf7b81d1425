package dk.effektspor.query.platform;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Nobody named a MongoDB, so the embedded server is needed. */
final class NoMongoConfigured implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return MongoConfiguration.configuredUri(context.getEnvironment()) == null;
    }
}
