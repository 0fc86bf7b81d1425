package dk.effektspor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invented cases opened for a measurement, and the notes that are sent to them. */
final class CaseBook {

    private static final LocalDate NOTED_ON = LocalDate.of(2026, 2, 3);

    private final Server server;
    private final List<String> cases = new ArrayList<>();
    private int opened;

    CaseBook(Server server) {
        this.server = server;
    }

    /** Opens a case and gives its address. */
    String open() throws IOException, InterruptedException {
        int number = ++opened;
        HttpResponse<String> answer = server.post(
                "/api/v1/cases",
                String.format(
                        Locale.ROOT,
                        "{\"cpr\":\"71%02d%02d-%04d\",\"name\":\"Opdigtet Borger\",\"targetGroup\":\"UBU-6-12\","
                                + "\"unit\":\"BBU-NOERREBRO\",\"caseworker\":\"sagsbehandler\","
                                + "\"caseNumber\":\"2026-%07d\",\"effectiveOn\":\"2026-01-05\"}",
                        1 + number % 12,
                        10 + number % 10,
                        5000 + number % 4000,
                        9_000_000 + number));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("A case was not opened: " + answer.statusCode() + " " + answer.body());
        }
        String address = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        cases.add(address);
        return address;
    }

    /** Leaves numbers to cases that an earlier process opened. */
    void skip(int numbers) {
        opened += numbers;
    }

    void open(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            open();
        }
    }

    /** Adds a note to the case at this address and gives the version the case then has. */
    long note(String address, long number) throws IOException, InterruptedException {
        return note(address, number, NOTED_ON);
    }

    /** The same about a day. */
    long note(String address, long number, LocalDate on) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.post(address + "/notes", body(number, on));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("A note was not accepted: " + answer.statusCode() + " " + answer.body());
        }
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        return Long.parseLong(tag.replaceAll("\\D", ""));
    }

    /** The bytes of a request that adds a note, to one case after the other. */
    byte[] request(long number) {
        String body = body(number, NOTED_ON);
        return ("POST " + cases.get((int) (number % cases.size())) + "/notes HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + "Authorization: " + server.caseworker() + "\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    private static String body(long number, LocalDate on) {
        return "{\"text\":\"Opdigtet notat nr. " + number + " om en samtale i hjemmet, som gik godt.\","
                + "\"effectiveOn\":\"" + on + "\"}";
    }
}
