package dk.effektspor.demo;

import java.util.Locale;

/** What {@code generate} says to who types it: in Danish, and in English to everyone else. */
record Usage(boolean danish) {

    private static final String DANISH = """
            Brug: generate [--citizens N] [--years Y] [--seed S] [--until DATO] [--out FIL] [--report]
              --citizens N   hvor mange borgere (2000)
              --years Y      over hvor mange år (6)
              --seed S       samme tal og samme argumenter giver samme fil (1)
              --until DATO   den sidste dag (2026-10-31)
              --out FIL      hvorhen; uden den til standard output
              --report       hvad der kom ud, som en tabel på engelsk til standard error""";

    private static final String ENGLISH = """
            Usage: generate [--citizens N] [--years Y] [--seed S] [--until DATE] [--out FILE] [--report]
              --citizens N   how many citizens (2000)
              --years Y      over how many years (6)
              --seed S       the same seed and arguments give the same file (1)
              --until DATE   the last day (2026-10-31)
              --out FILE     where to; standard output without it
              --report       what came out, as a table on standard error""";

    static Usage of(Locale reader) {
        return new Usage(reader.getLanguage().equals("da"));
    }

    String text() {
        return danish ? DANISH : ENGLISH;
    }

    String unknown(String argument) {
        return (danish ? "Ukendt argument: " : "Unknown argument: ") + argument;
    }

    String noValue(String name) {
        return name + (danish ? " skal have en værdi" : " wants a value");
    }

    String noWhole(String name, int least, int most) {
        return danish
                ? name + " skal være et helt tal fra " + least + " til " + most
                : name + " wants a whole number from " + least + " to " + most;
    }

    String noSeed(String name) {
        return name + (danish ? " skal være et helt tal" : " wants a whole number");
    }

    String noDate(String name) {
        return name + (danish ? " skal være en dato som 2026-10-31" : " wants a date like 2026-10-31");
    }

    String notWritten(String why) {
        return (danish ? "Filen kan ikke skrives: " : "The file cannot be written: ") + why;
    }
}
