package dk.effektspor.query.audit.paper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands on every paper.
 *
 * @param authority the authority that hands it out, on top of the first page
 */
@ConfigurationProperties("effektspor.paper")
record PaperSettings(
        @DefaultValue("Københavns Kommune, Socialforvaltningen")
        String authority) {}
