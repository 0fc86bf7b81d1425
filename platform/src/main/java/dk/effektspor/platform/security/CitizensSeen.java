package dk.effektspor.platform.security;

import dk.effektspor.shared.casefile.CitizenId;

/** Is told whom an answer is about that names citizens nobody asked for by id; there is one where looks are recorded. */
public interface CitizensSeen {

    void forCitizen(CitizenId citizenId);
}
