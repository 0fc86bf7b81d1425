package dk.effektspor.query.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Begins each test with an empty record. */
abstract class OnKeptRecord {

    @TempDir
    Path data;

    KeptRecord record;

    @BeforeEach
    void aRecord() {
        record = new KeptRecord(data);
    }

    @AfterEach
    void close() {
        record.close();
    }
}
