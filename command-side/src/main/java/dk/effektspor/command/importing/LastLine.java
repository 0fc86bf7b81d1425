package dk.effektspor.command.importing;

import java.util.concurrent.Flow;

/** Keeps the last line of an answer and no other: an import that takes hours answers with a line a second. */
final class LastLine implements Flow.Subscriber<String> {

    private String last = "";

    String text() {
        return last;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        last = line.isBlank() ? last : line;
    }

    @Override
    public void onError(Throwable lost) {
        // Whoever waits for the answer is told.
    }

    @Override
    public void onComplete() {
        // The last line is the one that was kept.
    }
}
