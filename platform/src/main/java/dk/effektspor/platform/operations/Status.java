package dk.effektspor.platform.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.platform.KeptFolder;
import dk.effektspor.platform.operations.ReadSideReport.ReadSide;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether all is well, and what there is to know about what is not.
 *
 * @param axonServer absent where PostgreSQL keeps the events
 * @param readSide absent where this process keeps no views
 * @param lastBackup absent when none is known of
 * @param foldersElsewhere the ledger's and the keys' folders, as far as they do not lie in the data folder
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Status(
        boolean ok,
        List<Trouble> troubles,
        Application application,
        Postgres postgres,
        @Nullable AxonServer axonServer,
        @Nullable ReadSide readSide,
        @Nullable Backup lastBackup,
        Disk disk,
        List<Folder> foldersElsewhere) {

    /** What is wrong. */
    enum Kind {
        POSTGRES_AWAY,
        AXON_SERVER_AWAY,
        MONGO_AWAY,
        PROJECTION_FAILED,
        DISK_LOW,
        BACKUP_MISSING
    }

    /** One thing that is wrong, and with what. */
    record Trouble(Kind kind, @Nullable String about) {}

    /** What runs, on what, for how long. */
    record Application(String version, String built, String java, long uptimeSeconds) {}

    /**
     * The database.
     *
     * @param schema the migrations that have run
     * @param eventsCounted whether the events were counted; else their number is PostgreSQL's estimate
     */
    record Postgres(
            boolean reachable,
            @Nullable String version,
            @Nullable Schema schema,
            @Nullable Long databaseBytes,
            @Nullable Long events,
            @Nullable Boolean eventsCounted,
            @Nullable Long bytesPerEvent) {

        static final Postgres AWAY = new Postgres(false, null, null, null, null, null, null);
    }

    /**
     * The form of the database. Each module numbers its own migrations, so the one that ran last need not have the highest
     * number; releases side by side may each have added some.
     *
     * @param newest the number of the one that ran last
     */
    record Schema(int migrations, String highest, String newest, Instant newestAt) {}

    /** The connection to Axon Server, which does not say what version it is of. */
    record AxonServer(boolean connected, String context) {}

    /** The last backup that the data folder tells of. */
    record Backup(Instant madeAt, long ageSeconds, long events, long bytes) {}

    /** What is left on the disk of the data folder. */
    record Disk(long freeBytes, long totalBytes) {}

    /** A folder outside the data folder, and what is left on its disk. */
    record Folder(KeptFolder.What what, String path, long freeBytes, long totalBytes) {}
}
