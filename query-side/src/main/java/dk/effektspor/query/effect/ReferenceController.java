package dk.effektspor.query.effect;

import dk.effektspor.platform.security.EffectReading;
import dk.effektspor.query.effect.reference.References;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the published figures our own are held against. */
@RestController
class ReferenceController {

    private final References references;

    ReferenceController(References references) {
        this.references = references;
    }

    @EffectReading
    @GetMapping("/api/v1/effects/references")
    ResponseEntity<List<References.Series>> references() {
        return Tagged.answer(references.all(), references.all());
    }
}
