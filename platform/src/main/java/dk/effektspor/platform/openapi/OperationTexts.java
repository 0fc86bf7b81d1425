package dk.effektspor.platform.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.method.HandlerMethod;

/**
 * What each operation and parameter is, from the {@code messages/<module>-api.properties} of all modules: kept beside the
 * controllers rather than in them, where it would hide the code.
 */
public record OperationTexts(Properties texts) {

    /** An operation's id and its one sentence. */
    public record Told(String id, String summary) {}

    public static OperationTexts read() {
        Properties all = new Properties();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*-api.properties")) {
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    all.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OperationTexts(all);
    }

    /** What a handler is called and does, or null if nobody has said. */
    public @Nullable Told of(HandlerMethod handler) {
        String text = texts.getProperty(handler.getBeanType().getSimpleName() + "."
                + handler.getMethod().getName());
        if (text == null) {
            return null;
        }
        int space = text.indexOf(' ');
        return new Told(text.substring(0, space), text.substring(space + 1));
    }

    /** What the parameter means for this operation, or for all that have it. */
    @Nullable
    String ofParameter(HandlerMethod handler, String name) {
        return texts.getProperty(
                "parameter." + handler.getBeanType().getSimpleName() + "." + name,
                texts.getProperty("parameter." + name));
    }
}
