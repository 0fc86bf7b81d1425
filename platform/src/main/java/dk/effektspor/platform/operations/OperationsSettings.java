package dk.effektspor.platform.operations;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When {@code ./effektspor status} says that something is wrong.
 *
 * @param leastDisk what must be left on the disk of the data folder, and of the ledger's
 * @param backupWithin how old the last backup may be, such as 26h; absent: it is told and not judged
 */
@ConfigurationProperties("effektspor.operations")
record OperationsSettings(
        @DefaultValue("1GB") DataSize leastDisk, @Nullable Duration backupWithin) {}
