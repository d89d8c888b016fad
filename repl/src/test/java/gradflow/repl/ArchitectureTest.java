package gradflow.repl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** JShell stays behind the engine, JLine behind the terminal, and the packages' arrows point one way. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("gradflow.repl", "gradflow.notes");

    @Test
    void eachPackageUsesOnlyThoseBelowIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("program")
                .definedBy("gradflow.repl")
                .layer("terminal")
                .definedBy("gradflow.repl.terminal..")
                .layer("completion")
                .definedBy("gradflow.repl.completion..")
                .layer("command")
                .definedBy("gradflow.repl.command..")
                .layer("session")
                .definedBy("gradflow.repl.session..")
                .layer("script")
                .definedBy("gradflow.repl.script..")
                .layer("notes")
                .definedBy("gradflow.notes..")
                .layer("display")
                .definedBy("gradflow.repl.display..")
                .layer("typing")
                .definedBy("gradflow.repl.typing..")
                .layer("engine")
                .definedBy("gradflow.repl.engine..")
                .layer("library")
                .definedBy("gradflow.repl.library..")
                .layer("help")
                .definedBy("gradflow.repl.help..")
                .layer("index")
                .definedBy("gradflow.repl.index..")
                .whereLayer("program")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("terminal")
                .mayOnlyBeAccessedByLayers("program")
                .whereLayer("completion")
                .mayOnlyBeAccessedByLayers("terminal")
                .whereLayer("command")
                .mayOnlyBeAccessedByLayers("program", "terminal")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("terminal", "command")
                .whereLayer("script")
                .mayOnlyBeAccessedByLayers("program")
                .whereLayer("notes")
                .mayOnlyBeAccessedByLayers("program", "terminal", "command")
                .whereLayer("display")
                .mayOnlyBeAccessedByLayers("program", "terminal", "command", "notes")
                .whereLayer("typing")
                .mayOnlyBeAccessedByLayers("program", "terminal", "completion", "command", "session")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers(
                        "program",
                        "terminal",
                        "completion",
                        "command",
                        "session",
                        "script",
                        "notes",
                        "display",
                        "typing")
                .whereLayer("help")
                .mayOnlyBeAccessedByLayers("program", "terminal", "command", "display", "index")
                .whereLayer("library")
                .mayOnlyBeAccessedByLayers("program", "terminal", "completion", "script", "engine")
                .whereLayer("index")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void onlyTheEngineKnowsJShell() {
        noClasses()
                .that()
                .resideOutsideOfPackage("gradflow.repl.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jdk.jshell..", "org.objectweb.asm..")
                .check(CLASSES);
    }

    @Test
    void onlyTheTerminalKnowsJLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("gradflow.repl.terminal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline..")
                .check(CLASSES);
    }

    @Test
    void onlyTheNotesKnowTheMarkdownParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage("gradflow.notes..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.commonmark..")
                .check(CLASSES);
    }
}
