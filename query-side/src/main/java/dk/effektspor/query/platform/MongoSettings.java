package dk.effektspor.query.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the views are kept.
 *
 * @param uri connection string of a MongoDB; absent for the embedded server, whose views are rebuilt at each start
 * @param database name of the database, used when the connection string names none
 */
@ConfigurationProperties("effektspor.mongo")
record MongoSettings(
        @Nullable String uri, @DefaultValue("effektspor") String database) {}
