package dk.effektspor.query.effect;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What questions about the past may keep in memory.
 *
 * @param logsInMemory how much of the cases' packed logs is kept, about a kilobyte a case; what does not fit is read again
 *     for each question about the past
 */
@ConfigurationProperties("effektspor.effects")
record EffectMemory(@DefaultValue("128MB") DataSize logsInMemory) {}
