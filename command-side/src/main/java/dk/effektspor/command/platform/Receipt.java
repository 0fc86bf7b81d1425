package dk.effektspor.command.platform;

import dk.effektspor.command.platform.Identities.Kind;
import dk.effektspor.platform.web.ETags;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/** A command was carried out, now or when the same request came first; the answer to give for it. */
public final class Receipt {

    private final Identities ids;
    private final long version;

    Receipt(Identities ids, long version) {
        this.ids = ids;
        this.version = version;
    }

    /**
     * What a request created.
     *
     * @param version the case's version with it, also in {@code ETag}
     */
    public record Created(UUID caseId, UUID id, long version) {}

    /** 204, with the case's version. */
    public ResponseEntity<Void> done() {
        return ResponseEntity.noContent().eTag(etag()).build();
    }

    /** 201 for a part of the case, found under this segment of the case's own address; none for the case itself. */
    public ResponseEntity<Created> created(Kind kind, String segment) {
        UUID caseId = ids.caseId().value();
        UUID id = kind == Kind.CASE ? caseId : ids.created(kind);
        String address = "/api/v1/cases/" + caseId + (kind == Kind.CASE ? "" : "/" + segment + "/" + id);
        return ResponseEntity.created(URI.create(address)).eTag(etag()).body(new Created(caseId, id, version));
    }

    private String etag() {
        return ETags.of(version);
    }
}
