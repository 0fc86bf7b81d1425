package dk.effektspor.command.erasure;

import dk.effektspor.platform.security.CitizensSeen;
import dk.effektspor.platform.security.ErasureReading;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ErasureListController {

    private static final int MOST = 200;

    private final ErasureBook book;
    private final Citizens citizens;
    private final Receipts receipts;
    private final Optional<CitizensSeen> seen;

    ErasureListController(ErasureBook book, Citizens citizens, Receipts receipts, Optional<CitizensSeen> seen) {
        this.book = book;
        this.citizens = citizens;
        this.receipts = receipts;
        this.seen = seen;
    }

    /** What waits for a second person, and until when an operator must have deleted old keys. */
    @ErasureReading
    @GetMapping("/api/v1/erasures")
    List<ErasureAnswer> latest() {
        List<ErasureAnswer> latest = book.latest(MOST).stream()
                .map(ErasureBook.Entry::citizen)
                .distinct()
                .map(citizen -> receipts.answer(citizen, citizens.told(citizen).story()))
                .filter(answer -> !answer.requests().isEmpty())
                .toList();
        seen.ifPresent(looked -> latest.forEach(answer -> looked.forCitizen(new CitizenId(answer.citizenId()))));
        return latest;
    }
}
