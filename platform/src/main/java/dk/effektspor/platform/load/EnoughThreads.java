package dk.effektspor.platform.load;

import dk.effektspor.platform.StartRefused;

/** Whoever is admitted or waits holds a thread of the web server; some must be left to answer health and to say no. */
final class EnoughThreads {

    static final int LEFT = 8;

    private EnoughThreads() {}

    static void check(int threads, int most) {
        if (most + LEFT > threads) {
            throw new StartRefused(
                    "Grænserne i effektspor.load lader " + most
                            + " forespørgsler optage en tråd på én gang; dertil kræves"
                            + " mindst " + (most + LEFT) + " i server.tomcat.threads.max, hvor der står " + threads
                            + ".",
                    "The limits in effektspor.load let " + most
                            + " requests hold a thread at once, which takes at least " + (most + LEFT)
                            + " in server.tomcat.threads.max, where there is " + threads + ".");
        }
    }
}
