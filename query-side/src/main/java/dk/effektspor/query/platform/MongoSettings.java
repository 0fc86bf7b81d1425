package dk.effektspor.query.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the views are kept.
 *
 * @param uri connection string of a MongoDB; absent for the embedded server, whose views are rebuilt at each start
 * @param database name of the database, used when the connection string names none
 * @param serverWait how long a reader waits for a server that is away; a connection string's own time-outs win
 * @param connectWait how long a connection may take to be made
 * @param answerWait how long the server may take over one answer; a projection writes some thousand documents at once
 */
@ConfigurationProperties("effektspor.mongo")
record MongoSettings(
        @Nullable String uri,
        @DefaultValue("effektspor") String database,
        @DefaultValue("2s") Duration serverWait,
        @DefaultValue("2s") Duration connectWait,
        @DefaultValue("10s") Duration answerWait) {}
