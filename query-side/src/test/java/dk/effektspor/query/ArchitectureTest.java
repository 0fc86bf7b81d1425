package dk.effektspor.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A view knows its events and itself: it sends no command and reads no other view's documents. */
class ArchitectureTest {

    private static final String ROOT = "dk.effektspor.query";
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void features_do_not_go_in_circles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void no_view_reads_another_views_documents() {
        for (String view : new String[] {"caseview", "timeline", "effect"}) {
            for (String other : new String[] {"caseview", "timeline", "effect"}) {
                if (!view.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + "." + view + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(ROOT + "." + other + "..")
                            .check(ALL);
                }
            }
        }
    }

    @Test
    void nothing_here_sends_a_command() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dk.effektspor.command..",
                        "org.axonframework.commandhandling..",
                        "org.axonframework.modelling.command..")
                .check(ALL);
    }

    @Test
    void the_pure_core_of_the_effect_views_knows_no_framework_and_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".effect.facts..", ROOT + ".effect.figure..")
                .and()
                .haveSimpleNameNotEndingWith("Store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "com.mongodb..", "org.axonframework..")
                .check(ALL);
    }
}
