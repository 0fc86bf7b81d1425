package dk.effektspor.shared;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/** What both sides must agree on, and nothing else. */
@AnalyzeClasses(packages = "dk.effektspor.shared", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule shared_knows_the_language_json_and_the_revision_of_an_event = classes()
            .should()
            .onlyDependOnClassesThat(Predicates.resideInAnyPackage(
                    "dk.effektspor.shared..",
                    "java..",
                    "org.jspecify.annotations..",
                    "com.fasterxml.jackson.annotation..",
                    "tools.jackson..",
                    "org.axonframework.serialization.."));

    @ArchTest
    static final ArchRule shared_uses_of_axon_the_revision_only_outside_the_upcasters = noClasses()
            .that()
            .resideOutsideOfPackage("dk.effektspor.shared.upcast..")
            .should()
            .dependOnClassesThat(Predicates.resideInAPackage("org.axonframework..")
                    .and(Predicates.type(Revision.class).negate()));

    @ArchTest
    static final ArchRule time_and_ids_come_from_outside = noClasses()
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
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule events_are_records = classes()
            .that()
            .areAssignableTo(CaseEvent.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule features_do_not_go_in_circles =
            slices().matching("dk.effektspor.shared.(*)..").should().beFreeOfCycles();
}
