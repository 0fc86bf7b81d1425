package dk.effektspor.command;

import dk.effektspor.platform.Launch;
import dk.effektspor.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The side caseworkers write to, as an application of its own or as part of one that runs both sides. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@Import(Platform.class)
public class CommandSide {

    /** Starts the command side alone. */
    public static void main(String[] arguments) {
        Launch.run(new SpringApplication(CommandSide.class), arguments);
    }
}
