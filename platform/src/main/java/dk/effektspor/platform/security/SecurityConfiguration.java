package dk.effektspor.platform.security;

import dk.effektspor.platform.load.ClientLimits;
import dk.effektspor.platform.load.ClientThrottle;
import dk.effektspor.platform.web.Problems;
import dk.effektspor.shared.catalogue.Catalogue;
import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OidcSettings.class, LocalUserSettings.class})
class SecurityConfiguration {

    static final String[] OPEN = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"};

    /** Days begin and end where the municipality is. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Copenhagen"));
    }

    @Bean
    CurrentActor currentActor(ObjectProvider<Catalogue> catalogue, Clock clock) {
        // Without a catalogue nothing is known to lie under a unit: the reach is the unit alone.
        SingletonSupplier<Catalogue> catalogueOnce = SingletonSupplier.ofNullable(catalogue::getIfAvailable);
        return new CurrentActor(
                (unit, date) -> {
                    Catalogue known = catalogueOnce.get();
                    return known == null ? Set.of(unit) : known.units().within(unit, date);
                },
                clock);
    }

    /** The hash names its algorithm (bcrypt today), so that a later one can stand beside it. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    LocalUsers localUsers(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            PasswordEncoder encoder,
            OidcSettings oidc,
            LocalUserSettings settings,
            ObjectProvider<FirstUsers> first,
            @Value("${effektspor.data:./data}") Path data) {
        LocalUsers users = new LocalUsers(jdbc);
        if (settings.isOn(oidc)) {
            new FirstPasswords(users, transactions, encoder, data.resolve("keys/first-passwords.txt"))
                    .makeIfNone(first.getIfAvailable(() -> FirstUsers.forEveryRole(settings.unit())));
        }
        return users;
    }

    @Bean
    VerifiedRecently verifiedRecently(Clock clock) {
        return new VerifiedRecently(clock);
    }

    @Bean
    UserWatch userWatch(LocalUsers users, VerifiedRecently recently) {
        return new UserWatch(users, recently).begin();
    }

    @Bean
    WebMvcConfigurer accessCheck() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessCheck());
            }
        };
    }

    /** Without it each of a dozen filters is wrapped in an observation that nobody reads; the request's own says how long it took. */
    @Bean
    SecurityObservationSettings observedAsAWhole() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain filterChain(
            HttpSecurity http,
            Problems problems,
            LocalUsers users,
            PasswordEncoder encoder,
            VerifiedRecently recently,
            OidcSettings oidc,
            LocalUserSettings local,
            FilterRegistrationBean<ClientThrottle> throttle,
            ClientLimits failedSignIns,
            Clock clock)
            throws Exception {
        Refusals refusals = new Refusals(problems, local.isOn(oidc) ? "Basic realm=\"Effektspor\"" : "Bearer");
        // No session and no cookie: nothing to fix, steal or ride on. JsonWritesOnly says why no CSRF token either.
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterAfter(new JsonWritesOnly(problems), HeaderWriterFilter.class)
                .addFilterBefore(new UserForLog(), AuthorizationFilter.class)
                .addFilterBefore(throttle.getFilter(), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .hasRole(Role.OPERATOR.name())
                                .anyRequest()
                                .authenticated());
        if (local.isOn(oidc)) {
            AuthenticationManager manager =
                    new ProviderManager(new LocalSignIn(users, encoder, recently, failedSignIns, clock));
            http.authenticationManager(manager).httpBasic(basic -> basic.authenticationEntryPoint(refusals));
        } else {
            http.httpBasic(AbstractHttpConfigurer::disable);
        }
        if (oidc.isOn()) {
            JwtAuthenticationProvider tokens =
                    new JwtAuthenticationProvider(new TokenDecoder(Objects.requireNonNull(oidc.issuer()), oidc));
            tokens.setJwtAuthenticationConverter(new TokenSignIn(oidc));
            ProviderManager manager = new ProviderManager(tokens);
            http.oauth2ResourceServer(server ->
                    server.authenticationEntryPoint(refusals).authenticationManagerResolver(request -> manager));
        }
        return http.build();
    }
}
