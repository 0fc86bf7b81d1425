package dk.effektspor.platform.operations;

import dk.effektspor.platform.KeptFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders that do not lie in the data folder, so that what is left there says nothing of them. */
final class Elsewhere {

    private Elsewhere() {}

    static List<Status.Folder> than(Path data, List<KeptFolder> folders) {
        Path home = real(data);
        return folders.stream()
                .filter(folder -> !real(folder.path()).startsWith(home))
                .map(Elsewhere::told)
                .distinct()
                .toList();
    }

    private static Status.Folder told(KeptFolder folder) {
        Path path = folder.path().toAbsolutePath().normalize();
        File disk = there(path).toFile();
        return new Status.Folder(folder.what(), path.toString(), disk.getUsableSpace(), disk.getTotalSpace());
    }

    /** A link may lead to another disk. */
    private static Path real(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Path there = there(path);
            return there.toRealPath().resolve(there.relativize(path));
        } catch (IOException unreadable) {
            return path;
        }
    }

    /** The folder, or what it will lie in once it is made. */
    private static Path there(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
