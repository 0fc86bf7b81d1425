package dk.effektspor.query.platform;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.privacy.SealedText;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.util.RawValue;

/** Opens sealed texts on the way out, for a reader who may see the case; an erased text says that it was erased. */
public final class OpenedTexts {

    private static final Object OPEN = new Object();
    private static final JsonMapper MAPPER = ViewJson.MAPPER
            .rebuild()
            .addModule(new SimpleModule("opened").addSerializer(new Opened()))
            .build();

    private final Vault vault;

    public OpenedTexts(Vault vault) {
        this.vault = vault;
    }

    /** One text in clear, or the word that says it was erased. */
    public String open(CitizenId citizen, SealedText text, Locale language) {
        try {
            return vault.open(citizen, text);
        } catch (Vault.KeyDestroyed erased) {
            return "en".equals(language.getLanguage()) ? "erased" : "slettet";
        }
    }

    /** Whether nobody can read this text any more. */
    public boolean isErased(CitizenId citizen, SealedText text) {
        try {
            vault.open(citizen, text);
            return false;
        } catch (Vault.KeyDestroyed erased) {
            return true;
        }
    }

    /** An event or view as JSON with every sealed text in it opened, for whoever only passes it on. */
    public RawValue json(CitizenId citizen, Object view, Locale language) {
        return new RawValue(written(view, text -> open(citizen, text, language)));
    }

    /** The same for whoever looks into it. */
    public JsonNode tree(CitizenId citizen, Object view, Locale language) {
        return tree(view, text -> open(citizen, text, language));
    }

    /** The same, for whoever has other means to tell what a sealed text says. */
    public static JsonNode tree(Object view, Function<SealedText, String> open) {
        return MAPPER.readTree(written(view, open));
    }

    private static String written(Object view, Function<SealedText, String> open) {
        return MAPPER.writer().withAttribute(OPEN, open).writeValueAsString(view);
    }

    private static final class Opened extends StdSerializer<SealedText> {

        Opened() {
            super(SealedText.class);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void serialize(SealedText text, JsonGenerator json, SerializationContext context) {
            json.writeString(((Function<SealedText, String>) context.getAttribute(OPEN)).apply(text));
        }
    }
}
