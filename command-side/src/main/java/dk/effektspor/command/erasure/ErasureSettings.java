package dk.effektspor.command.erasure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the municipality has decided about forgetting.
 *
 * @param deleteKeyBackupsWithin how long after an erasure the key parts of backups made before it may still be kept; the
 *     receipt names the date
 */
@ConfigurationProperties("effektspor.erasure")
record ErasureSettings(@DefaultValue("7d") Duration deleteKeyBackupsWithin) {}
