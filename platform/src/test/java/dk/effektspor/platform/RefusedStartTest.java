package dk.effektspor.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStartTest {

    @TempDir
    Path folder;

    @Test
    void a_newer_data_folder_ends_the_process_with_one_sentence() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("version"), "7");

        assertThat(errorsOf("--effektspor.data=" + data, "--server.port=0"))
                .isEqualTo(
                        "The data folder " + data
                                + " was written by a newer release (version 7, this one reads up to 1); start the newer release.");
    }

    @Test
    void a_port_in_use_ends_the_process_with_one_sentence_and_stops_the_database() throws Exception {
        Path data = folder.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThat(errorsOf("--effektspor.data=" + data, "--server.port=" + port))
                    .isEqualTo("Port " + port + " is in use by another program; choose another with --port.");
        }
        assertThat(data.resolve("postgres/PG_VERSION")).exists();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private String errorsOf(String... arguments) throws Exception {
        try (ChildProcess child = ChildProcess.start(PlatformApplication.class, folder.resolve("errors"), arguments)) {
            String output = String.join("\n", child.output().lines().toList());
            assertThat(child.end()).as(output).isEqualTo(Launch.REFUSED);
            assertThat(output).doesNotContain("\tat ", "Exception");
            return Files.readString(child.errors()).strip();
        }
    }
}
