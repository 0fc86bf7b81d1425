package dk.effektspor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes OTLP over HTTP on the loopback address, as a collector of traces does. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** A span as it was sent; ids in hexadecimal. */
    record Span(String trace, String id, String parent, String name, Map<String, String> attributes) {

        private static Span of(UnknownFieldSet span) {
            Map<String, String> attributes = new TreeMap<>();
            messages(span, 9)
                    .forEach(pair -> attributes.put(
                            text(pair, 1),
                            messages(pair, 2).findFirst().map(Span::value).orElse("")));
            return new Span(hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5), attributes);
        }

        private static String value(UnknownFieldSet value) {
            return value.hasField(1)
                    ? text(value, 1)
                    : value.getField(3).getVarintList().toString();
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    List<Span> spans() {
        return spans;
    }

    List<Span> spans(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    @Nullable
    Span parent(Span child) {
        return spans(child.trace()).stream()
                .filter(span -> span.id().equals(child.parent()))
                .findFirst()
                .orElse(null);
    }

    /** The bodies of all requests, one character for each byte. */
    String everything() {
        return String.join("", requests);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            requests.add(new String(body, ISO_8859_1));
            // resource_spans, scope_spans, spans: each the field its message has in the protocol's definition.
            messages(UnknownFieldSet.parseFrom(body), 1)
                    .flatMap(resource -> messages(resource, 2))
                    .flatMap(scope -> messages(scope, 2))
                    .map(Span::of)
                    .forEach(spans::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Stream<UnknownFieldSet> messages(UnknownFieldSet of, int field) {
        return of.getField(field).getLengthDelimitedList().stream().map(bytes -> {
            try {
                return UnknownFieldSet.parseFrom(bytes);
            } catch (IOException e) {
                throw new IllegalStateException("No OTLP", e);
            }
        });
    }

    private static String text(UnknownFieldSet of, int field) {
        return bytes(of, field).toStringUtf8();
    }

    private static String hex(UnknownFieldSet of, int field) {
        return HexFormat.of().formatHex(bytes(of, field).toByteArray());
    }

    private static ByteString bytes(UnknownFieldSet of, int field) {
        return Objects.requireNonNull(of).getField(field).getLengthDelimitedList().stream()
                .findFirst()
                .orElse(ByteString.EMPTY);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
