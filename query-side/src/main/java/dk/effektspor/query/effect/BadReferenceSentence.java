package dk.effektspor.query.effect;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with a bad reference file in a sentence rather than a stack trace. */
class BadReferenceSentence extends AbstractFailureAnalyzer<BadReference> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadReference cause) {
        return new FailureAnalysis(
                "The reference figures cannot be used: " + cause.getMessage(),
                "Correct the file and start again.",
                cause);
    }
}
