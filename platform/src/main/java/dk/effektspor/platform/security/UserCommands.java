package dk.effektspor.platform.security;

import static java.util.Objects.requireNonNull;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.shared.catalogue.UnitTree;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What an operator does with local users. A password is made here, printed once, and kept as a hash only. */
final class UserCommands {

    private final LocalUsers users;
    private final PasswordEncoder encoder;
    private final Supplier<UnitTree> units;
    private final Clock clock;
    private final boolean danish;
    private final PrintStream out;
    private final NewPasswords passwords = new NewPasswords();

    UserCommands(
            LocalUsers users,
            PasswordEncoder encoder,
            Supplier<UnitTree> units,
            Clock clock,
            Locale reader,
            PrintStream out) {
        this.users = users;
        this.encoder = encoder;
        this.units = units;
        this.clock = clock;
        this.danish = reader.getLanguage().equals("da");
        this.out = out;
    }

    /**
     * Does what the words say.
     *
     * @throws StartRefused before anything is changed
     */
    void run(List<String> words) {
        String command = words.isEmpty() ? "" : words.get(0);
        if (words.size() >= 2 && words.size() % 2 == 0 && command.equals("add")) {
            add(words.get(1), options(words.subList(2, words.size())));
        } else if (words.size() == 2 && command.equals("password")) {
            changePassword(words.get(1));
        } else if (words.size() == 2 && Set.of("lock", "unlock").contains(command)) {
            setLocked(words.get(1), command.equals("lock"));
        } else if (words.size() == 1 && command.equals("list")) {
            list();
        } else {
            throw usage();
        }
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!Set.of("--role", "--unit").contains(words.get(i))
                    || options.put(words.get(i), words.get(i + 1)) != null) {
                throw usage();
            }
        }
        return options;
    }

    static StartRefused usage() {
        return new StartRefused(
                "Brug: user add NAVN --role ROLLE [--unit ENHED], user password NAVN, user lock NAVN, user unlock NAVN"
                        + " eller user list",
                "Usage: user add NAME --role ROLE [--unit UNIT], user password NAME, user lock NAME, user unlock NAME"
                        + " or user list");
    }

    private void add(String name, Map<String, String> options) {
        NewUser user = NewUser.of(name, options.get("--role"), options.get("--unit"), units, LocalDate.now(clock));
        String password = passwords.next();
        try {
            users.add(user.name(), hash(password), user.role(), user.unit());
        } catch (DuplicateKeyException taken) {
            throw new StartRefused(
                    "NAVN: " + name + " er taget; en bruger skal have sit eget navn.",
                    "NAME: " + name + " is taken; a user must have a name of their own.",
                    taken);
        }
        say("Brugeren %s er oprettet.", "The user %s has been made.", name);
        tell(password);
    }

    private void changePassword(String name) {
        String password = passwords.next();
        refuseUnless(users.changePassword(name, hash(password)), name);
        say(
                "Brugeren %s har fået en ny adgangskode; den gamle virker højst fem sekunder endnu.",
                "The user %s has a new password; the old one works for five seconds more at most.", name);
        tell(password);
    }

    private void setLocked(String name, boolean locked) {
        refuseUnless(users.setLocked(name, locked), name);
        if (locked) {
            say(
                    "Brugeren %s er låst og er ude inden for fem sekunder.",
                    "The user %s is locked, and is out within five seconds.", name);
        } else {
            say("Brugeren %s er låst op.", "The user %s is unlocked.", name);
        }
    }

    private void list() {
        line(
                danish ? "navn" : "name",
                danish ? "rolle" : "role",
                danish ? "enhed" : "unit",
                danish ? "låst" : "locked");
        for (LocalUsers.Stored user : users.all()) {
            SignedIn who = user.signedIn();
            line(
                    who.user(),
                    String.valueOf(who.role()),
                    who.units().isEmpty() ? "-" : String.join(",", who.units()),
                    user.locked() ? (danish ? "ja" : "yes") : (danish ? "nej" : "no"));
        }
    }

    private void line(String name, String role, String unit, String locked) {
        out.printf(Locale.ROOT, "%-24s %-12s %-24s %s%n", name, role, unit, locked);
    }

    private String hash(String password) {
        return requireNonNull(encoder.encode(password));
    }

    private static void refuseUnless(boolean found, String name) {
        if (!found) {
            throw new StartRefused(
                    "NAVN: der er ingen bruger " + name + "; user list viser dem, der er.",
                    "NAME: there is no user " + name + "; user list shows those there are.");
        }
    }

    private void tell(String password) {
        say("Adgangskode, som kun vises denne ene gang: %s", "Password, shown this once only: %s", password);
    }

    private void say(String inDanish, String inEnglish, String argument) {
        out.println(String.format(Locale.ROOT, danish ? inDanish : inEnglish, argument));
    }
}
