package dk.effektspor.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The platform alone, as the tests start it: with the wiring of the real applications and nothing on top. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Platform.class)
public class PlatformApplication {

    /** Starts it on a free port: the platform is made for web applications and has no other form. */
    public static ConfigurableApplicationContext start(Path data, String... properties) {
        SpringApplication application = new SpringApplication(PlatformApplication.class);
        List<String> arguments = new ArrayList<>(List.of("--effektspor.data=" + data, "--server.port=0"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return application.run(arguments.toArray(String[]::new));
    }

    /** Starts it with a web server, as a process of its own would. */
    public static void main(String... arguments) {
        Launch.run(new SpringApplication(PlatformApplication.class), arguments);
    }
}
