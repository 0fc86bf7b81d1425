package dk.effektspor.platform.vault;

import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.privacy.Disclosure;
import dk.effektspor.shared.privacy.SealedText;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault on PostgreSQL: keys wrapped, numbers hashed, nothing in clear. */
final class PostgresVault implements Vault {

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final MasterKey master;
    private final DataKeys keys;

    PostgresVault(JdbcClient jdbc, PlatformTransactionManager transactions, MasterKey master, DataKeys keys) {
        this.jdbc = jdbc;
        this.master = master;
        this.keys = keys;
        // Registration must be durable when it returns, also when the caller is inside a transaction of its own.
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public CitizenId citizenWith(String cpr) {
        byte[] hash = master.hash(Cpr.of(cpr));
        return found(hash).orElseGet(() -> {
            ownTransaction.executeWithoutResult(status -> register(hash));
            return found(hash).orElseThrow();
        });
    }

    @Override
    public Optional<CitizenId> find(String cpr) {
        return found(master.hash(Cpr.of(cpr)));
    }

    @Override
    public SealedText seal(CitizenId citizen, String clear) {
        return Sealing.seal(key(citizen), citizen.value(), clear);
    }

    @Override
    public String open(CitizenId citizen, SealedText sealed) {
        return Sealing.open(key(citizen), citizen.value(), sealed);
    }

    @Override
    public Optional<Disclosure> disclose(CitizenId citizen, SealedText sealed) {
        return Sealing.disclose(key(citizen), citizen.value(), sealed);
    }

    private SecretKey key(CitizenId citizen) {
        return keys.of(citizen.value()).orElseThrow(() -> new KeyDestroyed(citizen));
    }

    private Optional<CitizenId> found(byte[] hash) {
        return jdbc.sql("select citizen_id from citizen where cpr_hash = :hash")
                .param("hash", hash)
                .query(UUID.class)
                .optional()
                .map(CitizenId::new);
    }

    /** Whoever comes second to the same number changes nothing and finds the first one's row. */
    private void register(byte[] hash) {
        UUID citizen = UUID.randomUUID();
        byte[] wrapped = master.wrap(citizen, new SecretKeySpec(Gcm.randomBytes(32), "AES"));
        jdbc.sql("""
                        insert into citizen (citizen_id, cpr_hash, wrapped_key) values (:citizen, :hash, :wrapped)
                        on conflict (cpr_hash) do nothing""")
                .param("citizen", citizen)
                .param("hash", hash)
                .param("wrapped", wrapped)
                .update();
    }
}
