package dk.effektspor.query.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Views and tokens share one database, so that they vanish or survive together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoSettings.class)
class MongoConfiguration {

    static final String TOKENS = "tracking_tokens";

    private static final Document PING = new Document("ping", 1);
    private static final Duration START_PATIENCE = Duration.ofSeconds(20);

    @Bean
    @Conditional(NoMongoConfigured.class)
    EmbeddedMongo embeddedMongo() {
        return new EmbeddedMongo();
    }

    @Bean
    MongoClient mongoClient(Environment environment, MongoSettings settings, ObjectProvider<EmbeddedMongo> embedded) {
        String configured = configuredUri(environment);
        ConnectionString uri = new ConnectionString(
                configured != null ? configured : embedded.getObject().uri());
        return MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster ->
                        cluster.serverSelectionTimeout(settings.serverWait().toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(
                                Math.toIntExact(settings.connectWait().toMillis()), TimeUnit.MILLISECONDS)
                        .readTimeout(Math.toIntExact(settings.answerWait().toMillis()), TimeUnit.MILLISECONDS))
                .applyConnectionString(uri)
                .build());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, Environment environment, MongoSettings settings) {
        String configured = configuredUri(environment);
        String named = configured == null ? null : new ConnectionString(configured).getDatabase();
        MongoDatabase database = client.getDatabase(named == null ? settings.database() : named);
        awaitAnswer(database);
        return database;
    }

    /** Servers are often started together; one that does not come is better told in a sentence than by what fails first. */
    private static void awaitAnswer(MongoDatabase database) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            try {
                database.runCommand(PING);
                return;
            } catch (MongoException e) {
                if (!MongoAway.isBehind(e) || System.nanoTime() > deadline) {
                    throw new StartRefused(
                            "MongoDB svarer ikke: " + e.getMessage(), "MongoDB does not answer: " + e.getMessage(), e);
                }
            }
        }
    }

    /** Reads while the views are away; a command never asks for them. */
    @Bean
    ProblemMapping viewsAway() {
        return failure -> MongoAway.isBehind(failure) ? new Problem(503, "view.away", Map.of()) : null;
    }

    /** Asks with {@code ping}: Boot's own check asks with {@code hello}, which the embedded server does not know. */
    @Bean
    HealthIndicator mongoHealthIndicator(MongoDatabase database) {
        return () -> {
            try {
                database.runCommand(PING);
                return Health.up().build();
            } catch (RuntimeException e) {
                return Health.down()
                        .withDetail("error", e.getClass().getSimpleName())
                        .build();
            }
        };
    }

    @Bean
    TokenStore tokenStore(
            MongoDatabase database,
            List<CaseProjection<?>> projections,
            Stops stops,
            ObjectProvider<EventStore> events,
            ProjectionSettings settings) {
        MongoTokenStore tokens = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(database)
                        .trackingTokensCollectionName(TOKENS)
                        .build())
                .serializer(tokenSerializer())
                .claimTimeout(settings.claimTimeout())
                .transactionManager(NoTransactionManager.instance())
                .build();
        return new ViewsBeforeTokens(
                tokens,
                projections.stream()
                        .map(CaseProjection::form)
                        .collect(Collectors.toMap(ViewForm::group, ViewForm::place)),
                stops,
                () -> CatchUp.position(events.getObject().createHeadToken()),
                settings);
    }

    /**
     * A ReplayToken names the classes of the tokens it holds. Without leave to read these a processor stays where it is,
     * with a warning only.
     */
    private static Serializer tokenSerializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        json -> json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }

    static @Nullable String configuredUri(Environment environment) {
        String uri = environment.getProperty("effektspor.mongo.uri", environment.getProperty("MONGODB_URI", ""));
        return uri.isBlank() ? null : uri;
    }
}
