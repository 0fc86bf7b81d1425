package dk.effektspor.platform.operations;

import dk.effektspor.platform.operations.ReadSideReport.Projection;
import dk.effektspor.platform.operations.ReadSideReport.ReadSide;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A status as a person reads it, in Danish or English. */
final class StatusTable {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private static final String BUILDING_DA =
            "Intet er galt, men visninger bygges op: til de er med, får den, der spørger, svaret 503.";
    private static final String BUILDING_EN =
            "Nothing is wrong, but views are being built: until they have caught up, whoever asks is answered 503.";

    private final boolean danish;
    private final Locale locale;
    private final StringBuilder text = new StringBuilder();

    private StatusTable(Locale reader) {
        danish = reader.getLanguage().equals("da");
        locale = danish ? Locale.forLanguageTag("da") : Locale.ENGLISH;
    }

    static String of(Status status, Locale reader) {
        StatusTable table = new StatusTable(reader);
        table.write(status);
        return table.text.toString();
    }

    private void write(Status status) {
        Status.Application application = status.application();
        line(
                "Effektspor",
                say("%s (bygget %s), Java %s, oppe i %s", "%s (built %s), Java %s, up for %s"),
                application.version(),
                application.built(),
                application.java(),
                lasting(application.uptimeSeconds()));
        line("PostgreSQL", "%s", of(status.postgres()));
        if (status.postgres().schema() != null) {
            line(say("Skema", "Schema"), "%s", of(status.postgres().schema()));
        }
        if (status.axonServer() != null) {
            line("Axon Server", "%s", of(status.axonServer()));
        }
        if (status.readSide() != null) {
            line("MongoDB", "%s", of(status.readSide()));
            status.readSide().projections().forEach(projection -> line(projection.name(), "%s", of(projection)));
        }
        line(say("Sikkerhedskopi", "Backup"), "%s", of(status.lastBackup()));
        line("Disk", "%s", left(status.disk().freeBytes(), status.disk().totalBytes()));
        for (Status.Folder folder : status.foldersElsewhere()) {
            String what = switch (folder.what()) {
                case LEDGER -> say("loggen", "ledger");
                case KEYS -> say("nøgler", "keys");
            };
            line("Disk, " + what, "%s: %s", left(folder.freeBytes(), folder.totalBytes()), folder.path());
        }
        text.append('\n');
        if (status.ok()) {
            text.append(
                            allCaughtUp(status.readSide())
                                    ? say("Alt er vel.", "All is well.")
                                    : say(BUILDING_DA, BUILDING_EN))
                    .append('\n');
        }
        status.troubles().forEach(trouble -> text.append(sentence(trouble)).append('\n'));
    }

    private static boolean allCaughtUp(@Nullable ReadSide views) {
        return views == null || views.projections().stream().allMatch(Projection::caughtUp);
    }

    private String of(Status.Postgres postgres) {
        if (!postgres.reachable()) {
            return say("SVARER IKKE", "AWAY");
        }
        Long each = postgres.bytesPerEvent();
        return String.format(
                locale,
                say("%s, %s, %s%,d hændelser%s", "%s, %s, %s%,d events%s"),
                postgres.version(),
                size(known(postgres.databaseBytes())),
                Boolean.FALSE.equals(postgres.eventsCounted()) ? say("ca. ", "about ") : "",
                postgres.events(),
                each == null ? "" : String.format(locale, say(" à %,d byte", " of %,d bytes"), each));
    }

    private String of(Status.Schema schema) {
        return String.format(
                locale,
                say("%s (%d migrationer, den nyeste er %s, %s)", "%s (%d migrations, the newest is %s, %s)"),
                schema.highest(),
                schema.migrations(),
                schema.newest(),
                WHEN.format(schema.newestAt()));
    }

    private String of(Status.AxonServer server) {
        return (server.connected() ? say("forbundet", "connected") : say("IKKE FORBUNDET", "NOT CONNECTED"))
                + say(", kontekst ", ", context ")
                + server.context();
    }

    private String of(ReadSide views) {
        if (!views.mongoReachable()) {
            return say("SVARER IKKE", "AWAY");
        }
        String version = views.mongoVersion() == null ? "" : ", " + views.mongoVersion();
        return views.mongoEmbedded() ? say("indlejret", "embedded") : say("svarer", "answers") + version;
    }

    private String left(long free, long total) {
        return String.format(
                locale,
                say("%s fri af %s (%d %%)", "%s free of %s (%d %%)"),
                size(free),
                size(total),
                100 * free / Math.max(1, total));
    }

    private String of(Projection projection) {
        if (projection.failure() != null) {
            String behind = projection.lagEvents() == null ? "" : "; " + behind(projection);
            return say("STOPPET: ", "STOPPED: ") + projection.failure() + behind;
        }
        return projection.caughtUp()
                ? behind(projection)
                : String.format(
                        locale,
                        say("bygges op, mangler %,d hændelser", "being built, %,d events to go"),
                        known(projection.lagEvents()));
    }

    /** How long the oldest event has waited says nothing of a view that is being built: it may be years old. */
    private String behind(Projection projection) {
        long events = known(projection.lagEvents());
        Double lag = projection.lagSeconds();
        String behind =
                counted(events, say("hændelse", "event"), say("hændelser", "events")) + say(" bagud", " behind");
        if (events == 0 || lag == null) {
            return behind;
        }
        String waited = counted((long) Math.ceil(lag), say("sekund", "second"), say("sekunder", "seconds"));
        return behind + say(", den ældste i ", ", the oldest for ") + waited;
    }

    private String counted(long number, String one, String several) {
        return String.format(locale, "%,d %s", number, number == 1 ? one : several);
    }

    private String of(Status.@Nullable Backup backup) {
        return backup == null
                ? say("ingen kendt", "none known of")
                : String.format(
                        locale,
                        say("%s, %s gammel, %,d hændelser, %s", "%s, %s old, %,d events, %s"),
                        WHEN.format(backup.madeAt()),
                        lasting(backup.ageSeconds()),
                        backup.events(),
                        size(backup.bytes()));
    }

    private String sentence(Status.Trouble trouble) {
        return switch (trouble.kind()) {
            case POSTGRES_AWAY -> say("GALT: PostgreSQL svarer ikke.", "WRONG: PostgreSQL does not answer.");
            case AXON_SERVER_AWAY ->
                say("GALT: Axon Server svarer ikke (kontekst ", "WRONG: Axon Server does not answer (context ")
                        + trouble.about()
                        + ").";
            case MONGO_AWAY -> say("GALT: MongoDB svarer ikke.", "WRONG: MongoDB does not answer.");
            case PROJECTION_FAILED ->
                say("GALT: projektionen ", "WRONG: the projection ")
                        + trouble.about()
                        + say(" er gået i stå.", " has stopped.");
            case DISK_LOW ->
                say("GALT: disken med ", "WRONG: the disk with ")
                        + trouble.about()
                        + say(" er ved at være fuld.", " is nearly full.");
            case BACKUP_MISSING ->
                say("GALT: der er ingen ny nok sikkerhedskopi.", "WRONG: there is no backup that is recent enough.");
        };
    }

    private void line(String name, String form, Object... facts) {
        text.append(String.format(locale, "  %-15s ", name))
                .append(String.format(locale, form, facts))
                .append('\n');
    }

    private String lasting(long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        if (duration.toDays() > 1) {
            return duration.toDays() + say(" dage", " days");
        }
        return duration.toHours() > 1
                ? duration.toHours() + say(" timer", " hours")
                : duration.toMinutes()
                        + (duration.toMinutes() == 1 ? say(" minut", " minute") : say(" minutter", " minutes"));
    }

    private String size(long bytes) {
        return bytes >= 10_000_000_000L
                ? String.format(locale, "%,d GB", bytes / 1_000_000_000)
                : String.format(locale, "%,d MB", bytes / 1_000_000);
    }

    private static long known(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private String say(String inDanish, String inEnglish) {
        return danish ? inDanish : inEnglish;
    }
}
