package dk.effektspor.query.access;

import dk.effektspor.platform.openapi.OperationTexts;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.query.ledger.Ledger;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, UnusualSettings.class})
class AccessConfiguration {

    /** After what is open to a role was decided, and before a handler does anything. */
    private static final int AFTER_THE_ROLE = 100;

    @Bean
    AccessRows accessRows(JdbcTemplate sql) {
        return new AccessRows(sql);
    }

    @Bean
    AccessJournal accessJournal(
            AccessRows rows, PlatformTransactionManager transactions, Clock clock, MeterRegistry metrics) {
        return new AccessJournal(rows, ownTransaction(transactions), clock, metrics);
    }

    @Bean
    Looked looked() {
        return new Looked();
    }

    @Bean
    LookRecorder lookRecorder(AccessJournal journal) {
        return new LookRecorder(journal);
    }

    @Bean
    StatedPurposes statedPurposes(JdbcClient sql, Clock clock, AccessSettings settings) {
        return new StatedPurposes(sql, clock, settings.purposeRemembered());
    }

    @Bean
    WebMvcConfigurer looksAreRecorded(StatedPurposes purposes, CurrentActor actor, AccessSettings settings) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LookBegins(OperationTexts.read())).order(Ordered.HIGHEST_PRECEDENCE);
                registry.addInterceptor(new PurposeAsked(settings.purposeRequiredOf(), purposes, actor))
                        .order(AFTER_THE_ROLE);
            }
        };
    }

    @Bean
    LedgerLinks ledgerLinks(ObjectProvider<Ledger> ledger) {
        return new LedgerLinks(ledger);
    }

    @Bean
    AccessAnchor accessAnchor(AccessRows rows, LedgerLinks signed) {
        return new AccessAnchor(rows, signed);
    }

    @Bean
    ChainCheck accessChainCheck(AccessRows rows, AccessJournal journal, List<KnownLinks> elsewhere, Clock clock) {
        return new ChainCheck(rows, journal, elsewhere, clock);
    }

    @Bean
    AccessHealth accessLogHealthIndicator(ChainCheck check) {
        return new AccessHealth(check);
    }

    @Bean
    Upkeep accessUpkeep(
            ChainCheck check,
            JdbcTemplate sql,
            PlatformTransactionManager transactions,
            AccessRows rows,
            AccessJournal journal,
            StatedPurposes purposes,
            Clock clock,
            AccessSettings settings) {
        Retention retention =
                new Retention(sql, ownTransaction(transactions), rows, journal, clock, settings.retention());
        return new Upkeep(check, retention, purposes, settings);
    }

    @Bean
    AccessSearch accessSearch(JdbcTemplate sql, Clock clock) {
        return new AccessSearch(sql, clock);
    }

    @Bean
    UnusualSearch unusualSearch(NamedParameterJdbcTemplate sql, UnusualSettings settings, Clock clock) {
        return new UnusualSearch(sql, settings, clock);
    }

    private static TransactionTemplate ownTransaction(PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }
}
