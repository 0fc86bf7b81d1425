package dk.effektspor.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.command.importing.ImportRuns.Run;
import dk.effektspor.command.importing.ImportRuns.State;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.security.Operations;
import dk.effektspor.platform.vault.KeyedHash;
import dk.effektspor.platform.web.Correlation;
import dk.effektspor.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    static final String NDJSON = "application/x-ndjson";
    private static final Pattern IMPORT_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final int KEPT = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Imports imports;
    private final CurrentActor actors;
    private final KeyedHash hashes;
    private final Clock clock;

    ImportController(Imports imports, CurrentActor actors, KeyedHash hashes, Clock clock) {
        this.hashes = hashes;
        this.imports = imports;
        this.actors = actors;
        this.clock = clock;
    }

    /** One step of the answer to an import, and the answer to a question about it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            String importId,
            long linesDone,
            long accepted,
            long rejected,
            long unchanged,
            @Nullable Long eventsPerSecond,
            boolean done,
            State state,
            @Nullable Stop stop,
            @Nullable String rejects) {}

    /** Answers line by line while it reads. */
    @Operations
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = Step.class))))
    @PostMapping(consumes = {NDJSON, "application/ndjson", "application/octet-stream"})
    void run(
            @RequestHeader(name = "Import-Id", required = false) @Nullable String given,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String importId = given == null ? UUID.randomUUID().toString() : given;
        if (!IMPORT_ID.matcher(importId).matches()) {
            throw Problem.invalidField("Import-Id", "import-id");
        }
        String correlation = Objects.requireNonNullElseGet(
                Correlation.current(), () -> UUID.randomUUID().toString());
        Origin origin = new Origin(actors.get(), correlation, clock);
        long began = clock.millis();
        imports.run(kept(importId), request.getInputStream(), origin, (progress, state, stop, rejects) -> {
            long millis = Math.max(1, clock.millis() - began);
            response.setContentType(NDJSON);
            OutputStream out = response.getOutputStream();
            out.write(JSON.writeValueAsBytes(new Step(
                    importId,
                    progress.linesDone(),
                    progress.accepted(),
                    progress.rejected(),
                    progress.unchanged(),
                    1000 * progress.accepted() / millis,
                    state == State.DONE,
                    state,
                    stop,
                    state == State.RUNNING ? null : rejects.toString())));
            out.write('\n');
            out.flush();
        });
    }

    @Operations
    @GetMapping("/{importId}")
    Step find(@PathVariable String importId) {
        Run run = imports.find(kept(importId)).orElseThrow(() -> new Problem(404, "import.unknown", Map.of()));
        Progress progress = run.progress();
        return new Step(
                importId,
                progress.linesDone(),
                progress.accepted(),
                progress.rejected(),
                progress.unchanged(),
                null,
                run.state() == State.DONE,
                run.state(),
                run.stop(),
                imports.rejects(kept(importId)).toString());
    }

    /** The command names an import by the hash of its file, and a file of one line can be guessed. */
    private String kept(String importId) {
        return hashes.of("import", importId.getBytes(UTF_8)).substring(0, KEPT);
    }
}
