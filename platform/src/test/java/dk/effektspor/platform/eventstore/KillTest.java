package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.ChildProcess;
import dk.effektspor.platform.PlatformApplication;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

class KillTest {

    @TempDir
    Path data;

    @ParameterizedTest(name = "database killed too: {0}")
    @ValueSource(booleans = {false, true})
    void whatever_was_acknowledged_is_there_exactly_once_after_kill_9(boolean databaseToo) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int life = 0; life < 2; life++) {
            acknowledged.addAll(acknowledgedUntilKilled(databaseToo));
        }

        try (ConfigurableApplicationContext context = PlatformApplication.start(data)) {
            List<String> stored = new CaseLog(context).everything();
            assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
        }
    }

    private List<String> acknowledgedUntilKilled(boolean databaseToo) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (ChildProcess child =
                        ChildProcess.start(KilledProcess.class, data.resolveSibling("errors"), data.toString());
                BufferedReader output = child.output()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("ack ")) {
                    acknowledged.add(line.substring("ack ".length()));
                }
                if (acknowledged.size() == 500) {
                    List<ProcessHandle> database = database();
                    child.kill();
                    if (databaseToo) {
                        database.forEach(ProcessHandle::destroyForcibly);
                    }
                }
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(500);
        return acknowledged;
    }

    private List<ProcessHandle> database() throws Exception {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        postmaster.descendants().forEach(all::add);
        return all;
    }
}
