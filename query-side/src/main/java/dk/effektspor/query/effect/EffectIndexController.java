package dk.effektspor.query.effect;

import dk.effektspor.platform.security.EffectReading;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the effect views with their definitions. */
@RestController
class EffectIndexController {

    @EffectReading
    @GetMapping("/api/v1/effects")
    ResponseEntity<List<EffectView>> views() {
        return Tagged.answer(EffectView.ALL, EffectView.ALL);
    }
}
