package dk.effektspor.platform;

import java.nio.file.Path;

/** A folder that an operator may have put elsewhere than into the data folder. */
public record KeptFolder(What what, Path path) {

    /** What is kept in it. */
    public enum What {
        LEDGER,
        KEYS
    }

    /** The folder of a file. */
    public static KeptFolder of(What what, Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new KeptFolder(what, folder == null ? file : folder);
    }
}
