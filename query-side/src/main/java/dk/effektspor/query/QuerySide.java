package dk.effektspor.query;

import dk.effektspor.platform.Launch;
import dk.effektspor.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The read side: views, their endpoints, and the processors that keep them up to date. */
@SpringBootApplication
@Import(Platform.class)
public class QuerySide {

    public static void main(String[] args) {
        Launch.run(new SpringApplication(QuerySide.class), args);
    }
}
