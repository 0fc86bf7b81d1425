package dk.effektspor.demo;

import dk.effektspor.shared.catalogue.CatalogueLoader;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./effektspor generate}: writes an invented city as an import file. */
public final class Generate {

    private Generate() {}

    /** Exit code 0, 2 for arguments it does not understand, 1 if the file cannot be written. */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err, Locale.getDefault()));
    }

    static int run(String[] args, OutputStream out, PrintStream err, Locale reader) {
        Usage usage = Usage.of(reader);
        Arguments arguments;
        try {
            arguments = Arguments.parse(args, usage);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(usage.text());
            return 2;
        }
        try {
            Census census = write(arguments, out);
            if (arguments.report) {
                err.print(census.report());
            }
            return 0;
        } catch (IOException | UncheckedIOException e) {
            err.println(usage.notWritten(String.valueOf(e.getMessage())));
            return 1;
        }
    }

    private static Census write(Arguments arguments, OutputStream standard) throws IOException {
        String file = arguments.out;
        if (file == null) {
            return write(arguments.plan, standard);
        }
        try (OutputStream out = new FileOutputStream(file)) {
            return write(arguments.plan, out);
        }
    }

    /** Writes the city and leaves the stream open. */
    static Census write(CityPlan plan, OutputStream out) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        Census census = new Census(plan);
        new City(plan, CatalogueLoader.fromClassPath()).tell(lines -> {
            census.count(lines);
            write(lines, json, buffered);
        });
        buffered.flush();
        return census;
    }

    private static void write(List<Line> lines, JsonMapper json, OutputStream out) {
        try {
            for (Line line : lines) {
                out.write(json.writeValueAsString(line.json()).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Arguments(CityPlan plan, @Nullable String out, boolean report) {

        static Arguments parse(String[] args, Usage usage) {
            CityPlan plan = CityPlan.DEMO;
            String out = null;
            boolean report = false;
            for (int i = 0; i < args.length; i++) {
                if (args[i].equals("--report")) {
                    report = true;
                    continue;
                }
                if (!List.of("--citizens", "--years", "--seed", "--until", "--out")
                        .contains(args[i])) {
                    throw new IllegalArgumentException(usage.unknown(args[i]));
                }
                if (i + 1 == args.length) {
                    throw new IllegalArgumentException(usage.noValue(args[i]));
                }
                String value = args[i + 1];
                plan = switch (args[i]) {
                    case "--citizens" ->
                        new CityPlan(whole(usage, args[i], value, 1_000_000), plan.years(), plan.seed(), plan.until());
                    case "--years" ->
                        new CityPlan(plan.citizens(), whole(usage, args[i], value, 20), plan.seed(), plan.until());
                    case "--seed" ->
                        new CityPlan(plan.citizens(), plan.years(), seed(usage, args[i], value), plan.until());
                    case "--until" ->
                        new CityPlan(plan.citizens(), plan.years(), plan.seed(), date(usage, args[i], value));
                    default -> plan;
                };
                out = args[i].equals("--out") ? value : out;
                i++;
            }
            return new Arguments(plan, out, report);
        }

        private static int whole(Usage usage, String name, String value, int most) {
            try {
                int whole = Integer.parseInt(value);
                if (whole >= 1 && whole <= most) {
                    return whole;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            throw new IllegalArgumentException(usage.noWhole(name, 1, most));
        }

        private static long seed(Usage usage, String name, String value) {
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(usage.noSeed(name), e);
            }
        }

        private static LocalDate date(Usage usage, String name, String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(usage.noDate(name), e);
            }
        }
    }
}
