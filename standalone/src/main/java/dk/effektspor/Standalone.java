package dk.effektspor;

import dk.effektspor.command.CommandSide;
import dk.effektspor.platform.Launch;
import dk.effektspor.query.QuerySide;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Both sides in one process, on embedded stores unless told otherwise. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({CommandSide.class, QuerySide.class})
public class Standalone {

    public static void main(String[] arguments) {
        Launch.run(new SpringApplication(Standalone.class), arguments);
    }
}
