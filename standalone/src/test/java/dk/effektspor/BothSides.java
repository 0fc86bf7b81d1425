package dk.effektspor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * Both sides as a newcomer runs them, on embedded stores of their own. Every test says it with this one annotation, so that
 * all of them ask one running application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Standalone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // Some tests put into the store, and take out again, what no command would; the ledger is checked when asked
        // to.
        properties = {"logging.file.name=" + BothSides.LOG, "effektspor.ledger.check.events-per-second=0"})
@ContextConfiguration(initializers = OwnFolder.class)
@interface BothSides {

    /** Where the application under test writes its log beside the console. */
    String LOG = "target/both-sides.log";

    /**
     * For an application started beside it: logging is the process's own, and whoever starts after another has ended sets it
     * up for all.
     */
    String LOG_ARGUMENT = "--logging.file.name=" + LOG;
}
