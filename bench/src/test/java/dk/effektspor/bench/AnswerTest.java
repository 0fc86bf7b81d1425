package dk.effektspor.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final String WITH_LENGTH =
            "HTTP/1.1 201 \r\nETag: \"7\"\r\nContent-Length: 4\r\nDate: Fri, 27 Nov 2026 10:00:00 GMT\r\n\r\n{\"\"}";

    private final Answer answer = new Answer();

    @Test
    void is_whole_with_the_last_byte_of_its_body_and_not_before() throws Exception {
        for (int length = 0; length < WITH_LENGTH.length(); length++) {
            read(WITH_LENGTH.substring(0, length));
            assertThat(answer.isWhole()).as("after %d bytes", length).isFalse();
        }
        read(WITH_LENGTH);
        assertThat(answer.isWhole()).isTrue();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.isLast()).isFalse();
    }

    @Test
    void comes_in_pieces() throws Exception {
        answer.clear();
        take(WITH_LENGTH.substring(0, 30));
        assertThat(answer.isWhole()).isFalse();
        take(WITH_LENGTH.substring(30));
        assertThat(answer.isWhole()).isTrue();
    }

    @Test
    void of_chunks_ends_with_the_empty_one() throws Exception {
        String head = "HTTP/1.1 429 \r\nTransfer-Encoding: chunked\r\n\r\n";
        read(head);
        assertThat(answer.isWhole()).isFalse();
        read(head + "2\r\n{}\r\n");
        assertThat(answer.isWhole()).isFalse();
        read(head + "2\r\n{}\r\n0\r\n\r\n");
        assertThat(answer.isWhole()).isTrue();
        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void without_a_body_ends_with_its_head() throws Exception {
        read("HTTP/1.1 204 \r\n\r\n");
        assertThat(answer.isWhole()).isTrue();
        assertThat(answer.status()).isEqualTo(204);
    }

    @Test
    void tells_that_the_connection_ends_however_the_header_is_written() throws Exception {
        read("HTTP/1.1 204 \r\nCONNECTION: Close\r\n\r\n");
        assertThat(answer.isWhole()).isTrue();
        assertThat(answer.isLast()).isTrue();
        read("HTTP/1.1 204 \r\n\r\n");
        assertThat(answer.isWhole()).isTrue();
        assertThat(answer.isLast()).isFalse();
    }

    private void read(String text) throws IOException {
        answer.clear();
        take(text);
    }

    private void take(String text) throws IOException {
        answer.takeFrom(Channels.newChannel(new ByteArrayInputStream(text.getBytes(US_ASCII))));
    }
}
