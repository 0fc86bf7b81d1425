package dk.effektspor.platform.eventstore;

import dk.effektspor.platform.PlatformApplication;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;

/** Adds events from four threads until it is killed, and says of each when it was acknowledged. */
final class KilledProcess {

    private KilledProcess() {}

    public static void main(String... arguments) {
        ConfigurableApplicationContext context = PlatformApplication.start(Path.of(arguments[0]));
        CaseLog log = new CaseLog(context);
        for (int worker = 0; worker < 4; worker++) {
            new Thread(() -> addForEver(log)).start();
        }
    }

    private static void addForEver(CaseLog log) {
        String caseId = CaseLog.newCase();
        for (long sequence = 0; ; sequence++) {
            log.add(caseId, sequence);
            synchronized (KilledProcess.class) {
                System.out.println("ack " + caseId + "/" + sequence);
                System.out.flush();
            }
        }
    }
}
