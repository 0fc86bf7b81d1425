package dk.effektspor.platform.openapi;

import dk.effektspor.platform.web.ProblemBody;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
class OpenApiConfiguration {

    private static final String DESCRIPTION =
            "Cases, interventions and compass scores of the people a municipality helps, and what comes of it. Every"
                    + " write is an event; the ETag of an answer is the case's version. Problems are RFC 9457 problem"
                    + " details with a stable code, in Danish or, for Accept-Language: en, in English.";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Effektspor").version("v1").description(DESCRIPTION))
                .components(new Components()
                        .addSecuritySchemes("password", scheme("basic"))
                        .addSecuritySchemes("token", scheme("bearer").bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("password"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    private static SecurityScheme scheme(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
    }

    /** First in the list is last in the chain: springdoc's own converters ask this one. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new RoomNames()).openapi31(mappers.isOpenapi31());
    }

    @Bean
    GlobalOperationCustomizer describedOperations() {
        return new DescribedOperation(OperationTexts.read());
    }

    @Bean
    GlobalOpenApiCustomizer problemSchema() {
        return api -> ModelConverters.getInstance(true)
                .readAll(ProblemBody.class)
                .forEach((name, schema) -> api.getComponents().addSchemas(DescribedOperation.PROBLEM, schema));
    }
}
