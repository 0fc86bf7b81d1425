package dk.effektspor.platform.postgres;

import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses what would be written, and says that it is not ready, while the disk is as good as full. */
@Configuration(proxyBeanMethods = false)
class StoreRoomConfiguration {

    @Bean
    StoreRoom storeRoom(Optional<DataFolder> folder, PostgresSettings settings) {
        return new StoreRoom(
                folder.map(DataFolder::path).orElse(null),
                settings.minimumFree().toBytes());
    }

    @Bean
    HealthIndicator storeRoomHealthIndicator(StoreRoom room) {
        return () -> {
            Health.Builder health = room.isFull() ? Health.down() : Health.up();
            return health.withDetail("freeBytes", room.free())
                    .withDetail("wantedBytes", room.wanted())
                    .build();
        };
    }

    @Bean
    WebMvcConfigurer storeRoomGuard(StoreRoom room) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new StoreRoomGuard(room)).addPathPatterns("/api/**");
            }
        };
    }
}
