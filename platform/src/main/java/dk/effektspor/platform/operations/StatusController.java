package dk.effektspor.platform.operations;

import dk.effektspor.platform.KeptFolder;
import dk.effektspor.platform.backup.LastBackup;
import dk.effektspor.platform.eventstore.AxonServerHealth;
import dk.effektspor.platform.operations.ReadSideReport.Projection;
import dk.effektspor.platform.operations.ReadSideReport.ReadSide;
import dk.effektspor.platform.operations.Status.Kind;
import dk.effektspor.platform.operations.Status.Trouble;
import dk.effektspor.platform.security.Operations;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations")
class StatusController {

    private final PostgresReport postgres;
    private final Optional<AxonServerHealth> axonServer;
    private final Optional<ReadSideReport> readSide;
    private final List<KeptFolder> folders;
    private final OperationsSettings settings;
    private final Path data;
    private final Clock clock;
    private final Build build = Build.read();

    StatusController(
            DataSource database,
            Optional<AxonServerHealth> axonServer,
            Optional<ReadSideReport> readSide,
            List<KeptFolder> folders,
            OperationsSettings settings,
            @Value("${effektspor.data:./data}") Path data,
            Clock clock) {
        this.postgres = new PostgresReport(database);
        this.axonServer = axonServer;
        this.readSide = readSide;
        this.settings = settings;
        this.data = data.toAbsolutePath();
        this.folders = List.copyOf(folders);
        this.clock = clock;
    }

    /** Answers also when a store is away: that is when it is asked. */
    @Operations
    @GetMapping("/status")
    Status status() {
        Status.Postgres database = postgres.now();
        ReadSide views = readSide.map(ReadSideReport::now).orElse(null);
        Status.Backup backup = LastBackup.of(data).map(this::aged).orElse(null);
        Status.AxonServer events = axonServer
                .map(server -> new Status.AxonServer(server.isConnected(), server.context()))
                .orElse(null);
        Status.Disk disk =
                new Status.Disk(data.toFile().getUsableSpace(), data.toFile().getTotalSpace());
        List<Status.Folder> elsewhere = Elsewhere.than(data, folders);
        List<Trouble> troubles = troubles(database, events, views, backup);
        troubles.addAll(full(disk, elsewhere));
        return new Status(
                troubles.isEmpty(), troubles, application(), database, events, views, backup, disk, elsewhere);
    }

    private List<Trouble> troubles(
            Status.Postgres database,
            Status.@Nullable AxonServer events,
            @Nullable ReadSide views,
            Status.@Nullable Backup backup) {
        List<Trouble> troubles = new ArrayList<>();
        if (!database.reachable()) {
            troubles.add(new Trouble(Kind.POSTGRES_AWAY, null));
        }
        if (events != null && !events.connected()) {
            troubles.add(new Trouble(Kind.AXON_SERVER_AWAY, events.context()));
        }
        if (views != null) {
            if (!views.mongoReachable()) {
                troubles.add(new Trouble(Kind.MONGO_AWAY, null));
            }
            views.projections().stream()
                    .filter(projection -> projection.failure() != null)
                    .map(Projection::name)
                    .forEach(name -> troubles.add(new Trouble(Kind.PROJECTION_FAILED, name)));
        }
        Duration within = settings.backupWithin();
        if (within != null && (backup == null || backup.ageSeconds() > within.toSeconds())) {
            troubles.add(new Trouble(Kind.BACKUP_MISSING, null));
        }
        return troubles;
    }

    /** Where there are keys only nothing grows, and it may be a small disk of its own. */
    private List<Trouble> full(Status.Disk disk, List<Status.Folder> elsewhere) {
        long least = settings.leastDisk().toBytes();
        return Stream.concat(
                        Stream.of(data.toString()).filter(folder -> disk.freeBytes() < least),
                        elsewhere.stream()
                                .filter(folder -> folder.what() == KeptFolder.What.LEDGER && folder.freeBytes() < least)
                                .map(Status.Folder::path))
                .map(folder -> new Trouble(Kind.DISK_LOW, folder))
                .toList();
    }

    private Status.Application application() {
        return new Status.Application(
                build.version(),
                build.at(),
                Runtime.version().toString(),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
    }

    private Status.Backup aged(LastBackup last) {
        long age = Math.max(0, Duration.between(last.madeAt(), clock.instant()).toSeconds());
        return new Status.Backup(last.madeAt(), age, last.events(), last.bytes());
    }
}
