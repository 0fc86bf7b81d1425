package dk.effektspor.command;

import dk.effektspor.shared.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a handler may know besides its own case: time, catalogue and the caller's reach come in from outside.
 *
 * @param today the date on which the command was received
 * @param latest the last date a fact may be dated: {@code today} plus the configured limit
 * @param units codes of the units whose cases the caller may change; null when the caller is not bound to units (import)
 * @param expectedVersion the version the caller has seen ({@code If-Match}); null when it does not matter
 * @param commandId the same when the same request is sent again, so that the case can tell that it already answered it
 */
public record Circumstances(
        LocalDate today,
        LocalDate latest,
        Catalogue catalogue,
        @Nullable Set<String> units,
        @Nullable Long expectedVersion,
        String commandId) {}
