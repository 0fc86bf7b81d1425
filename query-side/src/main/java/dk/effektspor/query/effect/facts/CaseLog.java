package dk.effektspor.query.effect.facts;

import org.jspecify.annotations.Nullable;

/**
 * A case's log beside its facts as it stands.
 *
 * @param present may be of another version, or absent, where the case has changed in the moment between
 */
record CaseLog(PackedLog log, @Nullable EffectFacts present) {}
