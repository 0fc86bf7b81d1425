package dk.effektspor.command.platform;

import org.jspecify.annotations.Nullable;

/** What a case answered to one of several commands: the version it then has, or why not. */
public record Answer(long version, @Nullable RuntimeException refusal) {}
