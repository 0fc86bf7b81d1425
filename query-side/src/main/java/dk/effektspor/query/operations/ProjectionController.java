package dk.effektspor.query.operations;

import dk.effektspor.platform.operations.ReadSideReport.Projection;
import dk.effektspor.platform.security.Operations;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.platform.Projections;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/operations/projections/{projection}")
class ProjectionController {

    private final Projections projections;
    private final Views views;

    ProjectionController(Projections projections, Views views) {
        this.projections = projections;
        this.views = views;
    }

    /** Answers when the old views are gone and building has begun. */
    @Operations
    @PostMapping("/rebuild")
    Projection rebuild(@PathVariable String projection) throws ExecutionException, InterruptedException {
        projections.rebuild(known(projection));
        return views.projection(projection);
    }

    /** Does nothing to a projection that runs. */
    @Operations
    @PostMapping("/retry")
    Projection retry(@PathVariable String projection) throws ExecutionException, InterruptedException {
        projections.retry(known(projection));
        return views.projection(projection);
    }

    private String known(String projection) {
        if (!projections.groups().contains(projection)) {
            throw new Problem(404, "projection.unknown", Map.of("projections", projections.groups()));
        }
        return projection;
    }
}
