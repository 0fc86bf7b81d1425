package dk.effektspor.query.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One sound bundle, spoilt in many ways. */
final class Spoilt {

    private final List<String> lines;

    private Spoilt(byte[] bundle) {
        lines = List.of(new String(bundle, UTF_8).split("(?<=\n)"));
    }

    /** By what was done. */
    static Map<String, byte[]> of(byte[] bundle) {
        Spoilt spoilt = new Spoilt(bundle);
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (String kind :
                List.of("header", "about", "key", "catalogue", "checkpoint", "growth", "hashes", "event", "end")) {
            int line = spoilt.first(kind);
            all.put("without-" + kind, spoilt.changed(lines -> lines.remove(line)));
            all.put("twice-" + kind, spoilt.changed(lines -> lines.add(line, lines.get(line))));
            all.put("spaced-" + kind, spoilt.replaced(line, ",\"", ", \""));
            all.put("renamed-" + kind, spoilt.replaced(line, "\"line\":\"" + kind, "\"line\":\"x" + kind));
            all.put("with-return-" + kind, spoilt.replaced(line, "\n", "\r\n"));
            all.put("moved-" + kind, spoilt.changed(lines -> lines.add(line == 0 ? 3 : 0, lines.remove(line))));
        }
        int event = spoilt.first("event") + 5;
        all.put("other-sequence", spoilt.replaced(event, "\"sequence\":5", "\"sequence\":6"));
        all.put("other-position", spoilt.replaced(event, "\"position\":", "\"position\":1"));
        all.put("other-time", spoilt.replaced(event, "\"recordedAt\":\"2025", "\"recordedAt\":\"2024"));
        all.put("other-type", spoilt.replaced(event, "\"type\":\"case.", "\"type\":\"case-"));
        all.put("other-revision", spoilt.replaced(event, "\"revision\":\"1\"", "\"revision\":null"));
        all.put("other-stream", spoilt.replaced(event, "c0de", "c0df"));
        all.put("other-payload", spoilt.replaced(event, "\"payload\":\"ey", "\"payload\":\"eX"));
        all.put("other-metadata", spoilt.replaced(event, "\"metaData\":\"ey", "\"metaData\":\"eX"));
        all.put("other-path", spoilt.replaced(event, "\"path\":[", "\"path\":[0,"));
        all.put("path-too-far", spoilt.replaced(event, "\"path\":[", "\"path\":[99999,"));
        all.put("swapped-events", spoilt.changed(lines -> lines.add(event, lines.remove(event + 1))));
        all.put("event-repeated-later", spoilt.changed(lines -> lines.add(event + 3, lines.get(event))));
        all.put("last-event-missing", spoilt.changed(lines -> lines.remove(lines.size() - 2)));
        all.put(
                "last-three-missing",
                spoilt.changed(lines ->
                        lines.subList(lines.size() - 4, lines.size() - 1).clear()));
        all.put("other-case", spoilt.replaced(0, "c0de", "c0df"));
        all.put("other-origin", spoilt.replaced(0, "effektspor.test", "effektspor.test2"));
        all.put("other-count", spoilt.replaced(0, "\"events\":", "\"events\":1"));
        all.put(
                "withheld-more",
                spoilt.replaced(
                        0,
                        "\"withheld\":[",
                        "\"withheld\":[\"x\"" + (spoilt.lines.get(0).contains("\"withheld\":[]") ? "" : ",")));
        int opening = spoilt.first("event");
        all.put("other-text", spoilt.replaced(opening, "Karla", "Carla"));
        all.put("other-salt", spoilt.replaced(opening, "\"salt\":\"", "\"salt\":\"AAAA"));
        all.put("other-place", spoilt.replaced(opening, "/person/name", "/person/nam"));
        all.put(
                "text-hidden-on-the-way",
                spoilt.matched(opening, "\"salt\":\"[^\"]*\",\"text\":\"[^\"]*\"", "\"hidden\":\"withheld\""));
        all.put("text-untold", spoilt.matched(opening, "\"texts\":\\[\\{[^}]*\\},?", "\"texts\":["));
        all.put(
                "text-of-a-wrong-salt",
                spoilt.matched(opening, "\"salt\":\".{22}", "\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA"));
        int hashes = spoilt.first("hashes");
        all.put("hash-too-few", spoilt.matched(hashes, "\\[\"[^\"]*\",", "["));
        all.put("hash-swapped", spoilt.matched(hashes, "\\[(\"[^\"]*\"),(\"[^\"]*\")", "[$2,$1"));
        int checkpoint = spoilt.first("checkpoint");
        all.put(
                "checkpoint-of-other-size",
                spoilt.replaced(checkpoint, "\"effektspor.test\\n", "\"effektspor.test\\n1"));
        all.put(
                "checkpoint-of-other-origin",
                spoilt.replaced(checkpoint, "\"effektspor.test\\n", "\"effektspor.tes\\n"));
        all.put("checkpoint-signed-twice", spoilt.matched(checkpoint, "(\u2014 [^\"]*)\"", "$1$1\""));
        all.put("end-signed-twice", spoilt.matched(spoilt.lines.size() - 1, "(\u2014 [^\"]*)\"", "$1$1\""));
        all.put("end-of-other-case", spoilt.replaced(spoilt.lines.size() - 1, "c0de", "c0df"));
        all.put("catalogue-altered", spoilt.replaced(spoilt.first("catalogue"), "\\\"name\\\"", "\\\"Name\\\""));
        all.put("key-of-other-name", spoilt.replaced(spoilt.first("key"), "effektspor.test", "effektspor.tess"));
        all.put("empty-line", spoilt.changed(lines -> lines.add(2, "\n")));
        all.put("not-utf8", broken(bundle, 150));
        all.put("cut-in-the-middle", Arrays.copyOf(bundle, bundle.length / 2));
        all.put("cut-by-one", Arrays.copyOf(bundle, bundle.length - 1));
        all.put("longer-by-a-line-feed", spoilt.changed(lines -> lines.add("\n")));
        all.put("empty", new byte[0]);
        all.put("something-else", "{\"a\":1}\n".getBytes(UTF_8));
        all.put(
                "of-a-later-format",
                new String(bundle, UTF_8)
                        .replace("effektspor-bundle/1", "effektspor-bundle/2")
                        .getBytes(UTF_8));
        return all;
    }

    private int first(String kind) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("{\"line\":\"" + kind + "\"")) {
                return i;
            }
        }
        throw new IllegalStateException("No line of kind " + kind);
    }

    private byte[] replaced(int line, String what, String with) {
        String before = lines.get(line);
        int at = before.indexOf(what);
        return changed(lines -> lines.set(
                line, at < 0 ? before : before.substring(0, at) + with + before.substring(at + what.length())));
    }

    private byte[] matched(int line, String pattern, String with) {
        return changed(lines -> lines.set(line, lines.get(line).replaceFirst(pattern, with)));
    }

    private byte[] changed(Consumer<List<String>> change) {
        List<String> changed = new ArrayList<>(lines);
        change.accept(changed);
        return String.join("", changed).getBytes(UTF_8);
    }

    private static byte[] broken(byte[] bundle, int at) {
        byte[] broken = bundle.clone();
        broken[at] = (byte) 0xff;
        return broken;
    }
}
