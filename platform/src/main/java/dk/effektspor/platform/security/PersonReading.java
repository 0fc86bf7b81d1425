package dk.effektspor.platform.security;

import org.springframework.web.method.HandlerMethod;

/** Which handlers can show a person: whatever reads cases, erasures or audits, unless it says why not. */
public final class PersonReading {

    private PersonReading() {}

    public static boolean isDoneBy(HandlerMethod handler) {
        return (handler.hasMethodAnnotation(CaseReading.class)
                        || handler.hasMethodAnnotation(ErasureReading.class)
                        || handler.hasMethodAnnotation(Auditing.class))
                && !handler.hasMethodAnnotation(ShowsNoPerson.class);
    }
}
