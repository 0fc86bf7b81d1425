package dk.effektspor.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** The program a request comes from, as it names itself: printable ASCII, a hundred characters at most. */
public final class ClientName {

    private static final int LONGEST = 100;

    private ClientName() {}

    public static String of(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        if (agent == null || agent.isBlank()) {
            return "unknown";
        }
        String printable = agent.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.substring(0, Math.min(LONGEST, printable.length()));
    }
}
