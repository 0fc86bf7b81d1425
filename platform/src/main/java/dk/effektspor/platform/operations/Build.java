package dk.effektspor.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build this is, as Maven wrote it down. */
record Build(String version, String at) {

    static Build read() {
        Properties build = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/effektspor-build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(build.getProperty("version"), build.getProperty("built"));
    }
}
