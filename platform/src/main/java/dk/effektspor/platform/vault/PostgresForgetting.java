package dk.effektspor.platform.vault;

import dk.effektspor.shared.casefile.CitizenId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgetting on PostgreSQL: the row stays, without key and hash, so that an id handed out is never unknown. */
final class PostgresForgetting implements Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresForgetting.class);

    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final ErasedList list;
    private final List<CitizenId> broughtBack;

    PostgresForgetting(JdbcClient jdbc, DataKeys keys, ErasedList list) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.list = list;
        broughtBack = reconciled();
    }

    /** The list and the table each know of citizens the other may not: after a restore, or with a second process. */
    private List<CitizenId> reconciled() {
        list.begin();
        Set<CitizenId> listed = list.all();
        list.add(
                jdbc.sql("select citizen_id from citizen where erased_at is not null").query(UUID.class).list().stream()
                        .map(CitizenId::new)
                        .toList());
        List<CitizenId> back = new ArrayList<>();
        for (CitizenId citizen : listed) {
            if (destroyKey(citizen)) {
                back.add(citizen);
            }
        }
        if (!back.isEmpty()) {
            LOG.warn("The database held keys of {} forgotten citizens; they are destroyed again", back.size());
        }
        return List.copyOf(back);
    }

    @Override
    public Standing standing(CitizenId citizen) {
        return jdbc.sql("select erased_at is not null from citizen where citizen_id = :citizen")
                .param("citizen", citizen.value())
                .query(Boolean.class)
                .optional()
                .map(erased -> erased ? Standing.ERASED : Standing.KNOWN)
                .orElse(Standing.UNKNOWN);
    }

    @Override
    public void list(CitizenId citizen) {
        list.add(List.of(citizen));
    }

    @Override
    public boolean destroyKey(CitizenId citizen) {
        return jdbc.sql("update citizen set wrapped_key = null, cpr_hash = null, erased_at = now()"
                                + " where citizen_id = :citizen and erased_at is null")
                        .param("citizen", citizen.value())
                        .update()
                == 1;
    }

    @Override
    public void dropFromMemory(CitizenId citizen) {
        keys.drop(citizen.value());
    }

    @Override
    public List<CitizenId> broughtBack() {
        return broughtBack;
    }
}
