package gradflow.launcher;

import static gradflow.launcher.Checkout.FIRST_BUILD;
import static gradflow.launcher.Checkout.LATER_BUILD;
import static gradflow.launcher.Checkout.QUIET;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.launcher.Checkout.Run;
import gradflow.launcher.Checkout.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** When the launcher builds, and what it says of it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
@Execution(ExecutionMode.CONCURRENT)
class BuildingTest {
    private Checkout checkout;

    @BeforeEach
    void checkOut(@TempDir Path directory) throws IOException {
        checkout = new Checkout(directory);
    }

    @Test
    void theFirstStartBuildsAndSaysSo() throws Exception {
        assertThat(checkout.start()).isEqualTo(new Run(0, "hello from the program\n", FIRST_BUILD));
        assertThat(checkout.mavenCalls())
                .containsExactly("-B -Dstyle.color=never -Dquick -Dmaven.test.skip=true package");
        assertThat(checkout.mavenHome.resolve("java-home")).hasContent(checkout.jdk.toString());
    }

    @Test
    void laterStartsLeaveMavenAlone() throws Exception {
        checkout.start();
        assertThat(checkout.start()).isEqualTo(QUIET);
        assertThat(checkout.withoutMaven().start()).isEqualTo(QUIET);
        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void anEditedSourceIsBuiltAgain() throws Exception {
        checkout.start();
        checkout.write("dsl/src/main/java/Rnn.java", "edited");
        assertThat(checkout.start().err()).isEqualTo(LATER_BUILD);
        assertThat(checkout.start().err()).isEmpty();
    }

    @Test
    void anEditWithAnOldDateIsNoticed() throws Exception {
        checkout.start();
        assertThat(checkout.start()).isEqualTo(QUIET);
        checkout.write("pom.xml", "the other pom.xml");
        Files.setLastModifiedTime(
                checkout.root.resolve("pom.xml"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(checkout.start().err()).isEqualTo(LATER_BUILD);
    }

    @Test
    void aRemovedSourceIsNoticedAndItsClassesGo() throws Exception {
        checkout.start();
        assertThat(checkout.start()).isEqualTo(QUIET);
        checkout.write("dsl/target/classes/Rnn.class", "");
        checkout.write("repl/target/classes/Main.class", "");
        Files.delete(checkout.root.resolve("dsl/src/main/java/Rnn.java"));
        assertThat(checkout.start().err()).isEqualTo(LATER_BUILD);
        assertThat(checkout.root.resolve("dsl/target/classes")).doesNotExist();
        assertThat(checkout.root.resolve("repl/target/classes")).exists();
    }

    @Test
    void anAddedSourceIsNoticed() throws Exception {
        checkout.start();
        checkout.write("scripts/startup.jsh", "import static gradflow.Gradflow.*;");
        assertThat(checkout.start().err()).isEqualTo(LATER_BUILD);
    }

    @Test
    void aNewDateAloneAndAnEditorsFilesAreNoReasonToBuild() throws Exception {
        checkout.start();
        checkout.write("repl/src/main/java/Main.java", "the first repl/src/main/java/Main.java");
        checkout.write("repl/src/main/java/.Main.java.swp", "");
        checkout.write("repl/src/main/java/Main.java~", "");
        assertThat(checkout.start()).isEqualTo(QUIET);
    }

    @Test
    void whatSomebodyBuiltWithMavenIsGoodEnough() throws Exception {
        checkout.write("repl/target/lib/gradflow-dsl-1.0-SNAPSHOT.jar", "");
        checkout.write("repl/target/gradflow-repl.jar", "");
        assertThat(checkout.start()).isEqualTo(QUIET);

        checkout.write("dsl/src/main/java/Rnn.java", "edited");
        Instant later = Instant.now().plusSeconds(10);
        Files.setLastModifiedTime(checkout.root.resolve("dsl/src/main/java/Rnn.java"), FileTime.from(later));
        checkout.write("repl/target/gradflow-repl.jar", "built by somebody, before that edit");
        assertThat(checkout.start().err()).isEqualTo(LATER_BUILD);
    }

    @Test
    void aMissingLibraryIsBuiltAgain() throws Exception {
        checkout.start();
        assertThat(checkout.start()).isEqualTo(QUIET);
        Files.delete(checkout.root.resolve("repl/target/lib/gradflow-dsl-1.0-SNAPSHOT.jar"));
        assertThat(checkout.start().err()).isEqualTo(LATER_BUILD);
    }

    @Test
    void aFailedBuildShowsWhatMavenFoundAndIsTriedAgain() throws Exception {
        Run failed = checkout.with("FAIL", "yes").start();
        assertThat(failed).isEqualTo(new Run(69, "", """
                                gradflow: building, once (about a minute on a new machine) …
                                gradflow: building dsl
                                gradflow: the build failed
                                  COMPILATION ERROR :
                                  Rnn.java:[3,28] cannot find symbol
                                  all that Maven said is in %s
                                """.formatted(checkout.root.resolve("target/build.log"))));
        assertThat(checkout.without("FAIL").start().err()).isEqualTo(FIRST_BUILD);
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        checkout.with("PAUSE", "0.5");
        Running one = checkout.begin(checkout.root, checkout.launcher.toString());
        Running other = checkout.begin(checkout.root, checkout.launcher.toString());
        assertThat(one.end().exit()).isZero();
        assertThat(other.end().exit()).isZero();
        assertThat(checkout.mavenCalls()).hasSize(1);
        assertThat(checkout.root.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void theLockOfADeadProcessIsTakenOver() throws Exception {
        Run dead = checkout.shell("mkdir target && ln -s \"$$@$HOSTNAME\" target/build.lock");
        assertThat(dead.exit()).isZero();
        assertThat(checkout.start().err()).isEqualTo(FIRST_BUILD);
        assertThat(checkout.start().err()).isEmpty();
    }

    @Test
    void aBuildThatIsEndedTakesMavenAndTheLockWithIt() throws Exception {
        Running running = checkout.with("SLOW", "25").begin(checkout.root, checkout.launcher.toString());
        Path log = checkout.root.resolve("target/build.log");
        for (int tries = 0; tries < 3000 && Checkout.lines(log).isEmpty(); tries++) {
            Thread.sleep(10);
        }
        ProcessHandle maven = running.process().children().findFirst().orElseThrow();
        running.process().destroy();
        assertThat(running.end().exit()).isEqualTo(143);
        maven.onExit().get(30, SECONDS);
        assertThat(Files.isSymbolicLink(checkout.root.resolve("target/build.lock")))
                .isFalse();
    }

    @Test
    void mavenMissing() throws Exception {
        assertThat(checkout.withoutMaven().start()).isEqualTo(new Run(69, "", """
                                gradflow: it has to be built, for which Maven is needed, and no mvn is in the PATH
                                  try: apt install maven, brew install maven, or https://maven.apache.org/install.html
                                """));
    }

    @Test
    void aBuiltCheckoutThatCannotBeWrittenToStarts() throws Exception {
        checkout.start();
        // A file where the folder should be: that stops root too, for whom no folder is read-only.
        assertThat(checkout.shell("rm -r target; : > target; scripts/gradflow")).isEqualTo(QUIET);
        assertThat(checkout.without("GRADFLOW_ARCHIVE").start()).isEqualTo(QUIET);
        assertThat(checkout.rehearsals()).isEmpty();
    }

    @Test
    void oneThatIsNotBuiltSaysThatItCannotBeWrittenTo() throws Exception {
        assertThat(checkout.shell(": > target; scripts/gradflow"))
                .isEqualTo(new Run(69, "", """
                                gradflow: it has to be built, but %s can't be written to
                                  try: start it once as the owner of that folder, or copy it
                                """.formatted(checkout.root)));
    }
}
