package dk.effektspor.query.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.privacy.Disclosure;
import dk.effektspor.shared.privacy.SealedText;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Sealed texts of the real form whose key is this object's memory. */
final class SampleVault implements Vault {

    private final Random random;
    private final Map<SealedText, Disclosure> sealed = new HashMap<>();

    SampleVault(Random random) {
        this.random = random;
    }

    void erase() {
        sealed.clear();
    }

    @Override
    public CitizenId citizenWith(String cpr) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CitizenId> find(String cpr) {
        return Optional.empty();
    }

    @Override
    public SealedText seal(CitizenId citizen, String clear) {
        byte[] salt = new byte[Disclosure.SALT_BYTES];
        random.nextBytes(salt);
        Disclosure disclosure = Disclosure.of(salt, clear);
        byte[] secret = new byte[salt.length + clear.getBytes(UTF_8).length + 16];
        random.nextBytes(secret);
        SealedText text = new SealedText("2." + base64(disclosure.commitment(), secret));
        sealed.put(text, disclosure);
        return text;
    }

    /** In the first format. */
    SealedText sealAsBefore(String clear) {
        byte[] secret = new byte[12 + clear.getBytes(UTF_8).length + 16];
        random.nextBytes(secret);
        return new SealedText("1." + base64(new byte[0], secret));
    }

    @Override
    public String open(CitizenId citizen, SealedText text) {
        return disclose(citizen, text).orElseThrow().text();
    }

    @Override
    public Optional<Disclosure> disclose(CitizenId citizen, SealedText text) {
        if (text.ciphertext().startsWith("1.")) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(sealed.get(text)).orElseThrow(() -> new KeyDestroyed(citizen)));
    }

    private static String base64(byte[] head, byte[] tail) {
        byte[] whole = ByteBuffer.wrap(Arrays.copyOf(head, head.length + tail.length))
                .put(head.length, tail)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }
}
