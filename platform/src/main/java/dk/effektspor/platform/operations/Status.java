package dk.effektspor.platform.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.platform.operations.ReadSideReport.ReadSide;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether all is well, and what there is to know about what is not.
 *
 * @param readSide absent where this process keeps no views
 * @param lastBackup absent when none is known of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Status(
        boolean ok,
        List<Trouble> troubles,
        Application application,
        Postgres postgres,
        @Nullable ReadSide readSide,
        @Nullable Backup lastBackup,
        Disk disk) {

    /** What is wrong. */
    enum Kind {
        POSTGRES_AWAY,
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
     * @param eventsCounted whether the events were counted; else their number is PostgreSQL's estimate
     */
    record Postgres(
            boolean reachable,
            @Nullable String version,
            @Nullable Long databaseBytes,
            @Nullable Long events,
            @Nullable Boolean eventsCounted,
            @Nullable Long bytesPerEvent) {

        static final Postgres AWAY = new Postgres(false, null, null, null, null, null);
    }

    /** The last backup that the data folder tells of. */
    record Backup(Instant madeAt, long ageSeconds, long events, long bytes) {}

    /** What is left on the disk of the data folder. */
    record Disk(long freeBytes, long totalBytes) {}
}
