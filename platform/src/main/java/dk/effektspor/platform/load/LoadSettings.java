package dk.effektspor.platform.load;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is done at once, how much may wait, and how often one client may ask. The figures and the reasons for them stand
 * in {@code effektspor-defaults.properties}.
 *
 * @param commands requests that change something
 * @param reads requests that only look
 * @param past effect views as of other dates than now, each of which derives the facts of every case in memory
 * @param imports whole files, each of which keeps several workers busy for minutes
 * @param operations what an operator asks: metrics and the like, but not health, which always answers
 * @param requestsPerSecondPerClient in the long run, of one signed-in user, or of one address while nobody is signed in
 * @param burstPerClient how many may come at once after a pause
 * @param failedSignInsPerSecondPerAddress passwords looked at for nothing, in the long run
 * @param failedSignInsBurstPerAddress how many of them may come at once after a pause
 */
@ConfigurationProperties("effektspor.load")
record LoadSettings(
        Gate commands,
        Gate reads,
        Gate past,
        Gate imports,
        Gate operations,
        long requestsPerSecondPerClient,
        long burstPerClient,
        long failedSignInsPerSecondPerAddress,
        long failedSignInsBurstPerAddress) {

    /**
     * The bounds of one kind of work.
     *
     * @param inWork how many at once
     * @param waiting how many more may wait for their turn
     * @param longestWait for how long
     */
    record Gate(int inWork, int waiting, Duration longestWait) {

        int most() {
            return inWork + waiting;
        }
    }

    /** How many requests may hold a thread of the web server at once. */
    int most() {
        return commands.most() + reads.most() + past.most() + imports.most() + operations.most();
    }
}
