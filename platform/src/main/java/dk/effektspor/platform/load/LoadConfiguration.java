package dk.effektspor.platform.load;

import dk.effektspor.platform.web.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LoadSettings.class)
class LoadConfiguration {

    @Bean
    Gates gates(LoadSettings settings, @Value("${server.tomcat.threads.max}") int threads) {
        EnoughThreads.check(threads, settings.most());
        return new Gates(settings);
    }

    @Bean
    LoadMetrics loadMetrics(MeterRegistry registry, Gates gates) {
        return new LoadMetrics(registry, gates);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> doorman(
            Gates gates, LoadMetrics metrics, Problems problems) {
        return tomcat -> tomcat.addEngineValves(new Doorman(gates, metrics, problems.prepared(GateKeeper.BUSY)));
    }

    /** After the request has its correlation id, before its body, its sender and everything else is looked at. */
    @Bean
    FilterRegistrationBean<GateKeeper> gateKeeper(Gates gates, LoadMetrics metrics, Problems problems) {
        FilterRegistrationBean<GateKeeper> filter =
                new FilterRegistrationBean<>(new GateKeeper(gates, metrics, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return filter;
    }

    /** Named for the security chain, which puts it in its place; the servlet container must not. */
    @Bean
    FilterRegistrationBean<ClientThrottle> clientThrottle(
            LoadSettings settings, LoadMetrics metrics, Problems problems) {
        ClientLimits limits = new ClientLimits(settings.requestsPerSecondPerClient(), settings.burstPerClient());
        FilterRegistrationBean<ClientThrottle> filter =
                new FilterRegistrationBean<>(new ClientThrottle(limits, metrics, problems));
        filter.setEnabled(false);
        return filter;
    }

    @Bean
    ClientLimits failedSignIns(LoadSettings settings) {
        return new ClientLimits(settings.failedSignInsPerSecondPerAddress(), settings.failedSignInsBurstPerAddress());
    }
}
