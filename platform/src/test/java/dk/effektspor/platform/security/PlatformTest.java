package dk.effektspor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Runs the test application on a free port. The profile keeps it out of the applications that scan this package. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "effektspor.data=target/test-data-${surefire.forkNumber:1}",
            "effektspor.web.body-limit=10KB",
            "management.endpoints.web.exposure.include=*"
        })
@ActiveProfiles(PlatformTest.PROFILE)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PlatformTest {
    String PROFILE = "platform-test";
}
