package dk.effektspor.platform.catalogue;

import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the catalogue once, at start; a bad file stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueSettings.class)
public class CatalogueConfiguration {

    @Bean
    Catalogue catalogue(CatalogueSettings settings) {
        Path folder = settings.folder();
        return folder == null ? CatalogueLoader.fromClassPath() : CatalogueLoader.fromFolder(folder);
    }
}
