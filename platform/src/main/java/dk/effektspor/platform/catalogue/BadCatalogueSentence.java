package dk.effektspor.platform.catalogue;

import dk.effektspor.shared.catalogue.BadCatalogue;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence which file and line stopped the start, instead of a stack trace. */
class BadCatalogueSentence extends AbstractFailureAnalyzer<BadCatalogue> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BadCatalogue cause) {
        return new FailureAnalysis(
                "The catalogue cannot be used: " + cause.getMessage(),
                "Correct the file and start again; docs/catalogue.md lists what each file may say.",
                cause);
    }
}
