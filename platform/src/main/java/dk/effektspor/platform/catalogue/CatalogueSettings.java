package dk.effektspor.platform.catalogue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the catalogue comes from.
 *
 * @param folder a folder with a municipality's own eight files; absent for the catalogue that comes with the software
 */
@ConfigurationProperties("effektspor.catalogue")
record CatalogueSettings(@Nullable Path folder) {}
