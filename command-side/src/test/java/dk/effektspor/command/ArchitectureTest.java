package dk.effektspor.command;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dk.effektspor.command.casefile.CaseFile;
import dk.effektspor.command.erasure.CitizenFile;
import dk.effektspor.command.forandringskompas.Forandringskompas;
import dk.effektspor.command.indsatstrappe.Indsatstrappe;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules know the case, the catalogue and nothing of the world: it is found out from the aggregate what they are. */
class ArchitectureTest {

    private static final String ROOT = "dk.effektspor.command";
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final Set<JavaClass> DOMAIN = Stream.of(CaseFile.class, CitizenFile.class)
            .flatMap(root -> reachedFrom(ALL.get(root)).stream())
            .collect(Collectors.toSet());
    private static final DescribedPredicate<JavaClass> IN_DOMAIN =
            DescribedPredicate.describe("are reached from the aggregate", DOMAIN::contains);

    @Test
    void the_rooms_are_reached_from_the_aggregate() {
        assertThat(DOMAIN).contains(ALL.get(Indsatstrappe.class), ALL.get(Forandringskompas.class));
    }

    @Test
    void rules_use_the_shared_kernel_and_the_aggregates_life_cycle_only() {
        classes()
                .that(IN_DOMAIN)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT,
                        ROOT + ".casefile",
                        ROOT + ".indsatstrappe",
                        ROOT + ".forandringskompas",
                        ROOT + ".erasure",
                        "dk.effektspor.shared..",
                        "java..",
                        "org.jspecify.annotations..",
                        "org.axonframework.commandhandling..",
                        "org.axonframework.eventhandling..",
                        "org.axonframework.eventsourcing..",
                        "org.axonframework.messaging..",
                        "org.axonframework.modelling.."))
                .check(ALL);
    }

    @Test
    void time_and_ids_come_from_outside() {
        noClasses()
                .that(IN_DOMAIN)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(ALL);
    }

    @Test
    void commands_are_records() {
        classes()
                .that()
                .areAssignableTo(CaseCommand.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .check(ALL);
    }

    @Test
    void features_do_not_go_in_circles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(ALL.that(resideOutsideOfPackage(ROOT + ".platform..")));
    }

    private static Set<JavaClass> reachedFrom(JavaClass start) {
        Set<JavaClass> reached = new HashSet<>(Set.of(start));
        Deque<JavaClass> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Dependency dependency : open.pop().getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith(ROOT) && reached.add(target)) {
                    open.push(target);
                }
            }
        }
        return reached;
    }
}
