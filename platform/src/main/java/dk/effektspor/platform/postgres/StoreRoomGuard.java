package dk.effektspor.platform.postgres;

import dk.effektspor.platform.security.CaseReading;
import dk.effektspor.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nothing in that would write while the disk is as good as full; reading goes on. */
final class StoreRoomGuard implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final StoreRoom room;

    StoreRoomGuard(StoreRoom room) {
        this.room = room;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (writes(request, handler) && room.isFull()) {
            throw new Problem(503, DatabaseFault.FULL.code(), Map.of());
        }
        return true;
    }

    /** A search is sent as a POST, so that what is searched for is in no address. */
    private static boolean writes(HttpServletRequest request, Object handler) {
        return !READING.contains(request.getMethod())
                && !(handler instanceof HandlerMethod method && method.hasMethodAnnotation(CaseReading.class));
    }
}
