package gradflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packages' arrows point one way, and what is said in DESIGN of their purposes holds. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("gradflow");

    @Test
    void eachPackageUsesOnlyThoseBelowIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("words")
                .definedBy("gradflow")
                .layer("experiment")
                .definedBy("gradflow.experiment..")
                .layer("network")
                .definedBy("gradflow.network..")
                .layer("result")
                .definedBy("gradflow.result..")
                .layer("model")
                .definedBy("gradflow.model..")
                .layer("report")
                .definedBy("gradflow.report..")
                .layer("analysis")
                .definedBy("gradflow.internal.analysis..")
                .layer("kernel")
                .definedBy("gradflow.internal.kernel..")
                .layer("check")
                .definedBy("gradflow.internal.check..")
                .whereLayer("words")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("experiment")
                .mayOnlyBeAccessedByLayers("words")
                .whereLayer("network")
                .mayOnlyBeAccessedByLayers("words", "experiment")
                .whereLayer("result")
                .mayOnlyBeAccessedByLayers("words", "experiment", "network")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("words", "experiment", "network", "result")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("words", "experiment", "network", "result", "model")
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers("words", "experiment", "network", "result", "model", "report")
                .whereLayer("kernel")
                .mayOnlyBeAccessedByLayers("words", "experiment", "network", "result", "model", "report", "analysis")
                .check(CLASSES);
    }

    @Test
    void commonsMathComputesInAnalysisAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("gradflow.internal.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.commons.math3.analysis..", "org.apache.commons.math3.ode..",
                        "org.apache.commons.math3.util..", "org.apache.commons.math3.stat..",
                        "org.apache.commons.math3.random..", "org.apache.commons.math3.exception..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("gradflow.internal.analysis..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Decomposition")
                .check(CLASSES);
    }

    @Test
    void pixelsAreDrawnByOneClassAndOnlyWhenWanted() {
        noClasses()
                .that()
                .doNotHaveSimpleName("PngPen")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..")
                .check(CLASSES);
    }

    @Test
    void picturesKnowNothingOfReportsAndTextKnowsNothingOfPictures() {
        noClasses()
                .that()
                .resideInAnyPackage("gradflow.report.plot", "gradflow.report.text")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gradflow.report")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("gradflow.report.text")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("gradflow.report.plot")
                .check(CLASSES);
    }

    @Test
    void nothingPrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void numbersComeFromFunctionsWithTheSameBitsOnEveryJdk() {
        for (String function : List.of("tanh", "exp", "expm1", "log", "log1p", "log10", "pow", "sin", "cos", "cbrt")) {
            noClasses()
                    .should()
                    .callMethodWhere(JavaCall.Predicates.target(
                                    HasOwner.Predicates.With.owner(HasName.Predicates.name("java.lang.Math")))
                            .and(JavaCall.Predicates.target(HasName.Predicates.name(function))))
                    .because("JDK 25 computes Math." + function + " with other bits than JDK 17")
                    .check(CLASSES);
        }
    }
}
