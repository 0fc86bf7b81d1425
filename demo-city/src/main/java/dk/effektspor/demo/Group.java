package dk.effektspor.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is peculiar to a target group. How many citizens belong to each is not published; the weights are defaults.
 *
 * @param code of the compass
 * @param ageFrom youngest age at opening
 * @param ageTo oldest age at opening
 * @param ends age at which the case ends or goes on in {@code next}
 * @param meanYears how long a case stays open on average
 * @param centre the unit whose offers are tried first
 * @param authorities units that can be responsible; empty where the bydel decides
 * @param start mean score at entry
 * @param drift change of the score in half a year without a programme
 * @param signature the measure the group is named after, if any, and the share that begins with it
 */
record Group(
        String code,
        double weight,
        int ageFrom,
        int ageTo,
        int ends,
        @Nullable String next,
        double meanYears,
        String centre,
        List<String> authorities,
        double start,
        double drift,
        Map<String, Double> signature) {

    private static final int NEVER = 200;

    static final Map<String, Group> ALL = all();

    private static Map<String, Group> all() {
        Map<String, Group> all = new LinkedHashMap<>();
        for (Group group : new Group[] {
            child("UBU-0-5", 0.13, 0, 4, 6, "UBU-6-12", 3.2, "BBU", 4.6),
            child("UBU-6-12", 0.17, 6, 11, 13, "UBU-13-18", 3.4, "BBU", 4.5),
            child("UBU-13-18", 0.21, 13, 17, 23, null, 2.8, "BBU", 4.2),
            child("BMH", 0.07, 0, 15, 18, "BORGER-H", 4.5, "BCH", 4.4),
            child("BSF", 0.03, 0, 15, 18, "BORGER-SF", 7, "BCH", 3.2),
            adult("BORGER-H", 0.08, 18, 60, 4.5, "BCH", "BCH-VOKSNE", 4.8, 0.10, Map.of()),
            adult(
                    "BORGER-SF",
                    0.03,
                    18,
                    60,
                    9,
                    "BCH",
                    "BCH-VOKSNE",
                    3.3,
                    0.02,
                    Map.of("BOTILBUD-LAENGEREVARENDE", 0.7)),
            adult(
                    "KRISE",
                    0.06,
                    18,
                    55,
                    0.9,
                    "BCV-CENTER-KRISE",
                    "BCV-SOCIALCENTER",
                    4.2,
                    0.45,
                    Map.of("KRISECENTER", 0.8)),
            adult(
                    "HERBERG",
                    0.06,
                    20,
                    64,
                    1.5,
                    "BCV-CENTER-HERBERG",
                    "BCV-HJEMLOESE",
                    3.7,
                    0.20,
                    Map.of("HERBERG", 0.75)),
            adult(
                    "PLEJE",
                    0.03,
                    40,
                    75,
                    6,
                    "BCV-CENTER-PLEJE",
                    "BCV-SOCIALCENTER",
                    4.0,
                    -0.02,
                    Map.of("PLEJETILBUD", 0.8)),
            adult(
                    "MISBRUG",
                    0.08,
                    18,
                    62,
                    2.2,
                    "BCV-CENTER-MISBRUG",
                    "BCV-MISBRUG",
                    4.1,
                    0.15,
                    Map.of("STOF-BEHANDLING", 0.75)),
            adult(
                    "SOCPSYK",
                    0.07,
                    18,
                    60,
                    4,
                    "BCV-CENTER-PSYKIATRI",
                    "BCV-PSYKIATRI",
                    4.0,
                    0.12,
                    Map.of("BOSTOETTE", 0.4))
        }) {
            all.put(group.code(), group);
        }
        return all;
    }

    private static Group child(
            String code,
            double weight,
            int from,
            int to,
            int ends,
            @Nullable String next,
            double years,
            String centre,
            double start) {
        return new Group(
                code,
                weight,
                from,
                to,
                ends,
                next,
                years,
                centre,
                centre.equals("BCH") ? List.of("BCH-BOERN") : List.of(),
                start,
                0.12,
                Map.of());
    }

    private static Group adult(
            String code,
            double weight,
            int from,
            int to,
            double years,
            String centre,
            String authority,
            double start,
            double drift,
            Map<String, Double> signature) {
        return new Group(
                code, weight, from, to, NEVER, null, years, centre, List.of(authority), start, drift, signature);
    }

    boolean children() {
        return ends <= 23;
    }
}
