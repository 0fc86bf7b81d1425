package dk.effektspor;

import dk.effektspor.platform.security.EndpointAccessWalk;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every endpoint of both sides, with every role and with none. */
@SpringBootTest(classes = Standalone.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EndpointAccessTest extends EndpointAccessWalk {

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        RunningStandalone.properties(registry);
    }
}
