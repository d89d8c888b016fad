package gradflow.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.launcher.Checkout.Run;
import gradflow.launcher.Checkout.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
@Execution(ExecutionMode.CONCURRENT)
class LauncherTest {
    private static final String FIRST_BUILD = """
            gradflow: building, once (about a minute on a new machine) …
            gradflow: building dsl
            gradflow: building repl
            gradflow: built in N s
            """;
    private static final String LATER_BUILD = """
            gradflow: the sources have changed, building again (some seconds) …
            gradflow: building dsl
            gradflow: building repl
            gradflow: built in N s
            """;
    private static final String GET_A_JDK =
            "install a JDK, 17 or newer (apt install default-jdk, brew install openjdk, or https://adoptium.net)\n";
    private static final Run QUIET = new Run(0, "hello from the program\n", "");

    private Checkout checkout;

    @BeforeEach
    void checkOut(@TempDir Path directory) throws IOException {
        checkout = new Checkout(directory);
    }

    // ---- building

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
        for (int tries = 0; tries < 500 && Checkout.lines(log).isEmpty(); tries++) {
            Thread.sleep(10);
        }
        ProcessHandle maven = running.process().children().findFirst().orElseThrow();
        running.process().destroy();
        assertThat(running.end().exit()).isEqualTo(143);
        maven.onExit().get(5, SECONDS);
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

    // ---- finding Java

    @Test
    void noJavaAtAll() throws Exception {
        assertRefused(
                checkout.without("JAVA_HOME").start(),
                "there is no Java: JAVA_HOME isn't set and no java is in the PATH",
                GET_A_JDK);
    }

    @Test
    void javaHomeWithoutJava() throws Exception {
        assertRefused(
                checkout.with("JAVA_HOME", "/no/such jdk").start(),
                "JAVA_HOME is /no/such jdk, but there is no bin/java in it",
                "set JAVA_HOME to the folder of a JDK, 17 or newer, or unset it\n");
    }

    @Test
    void javaTooOld() throws Exception {
        Path jdk = checkout.jdk("jdk-11", "11.0.2", "java.base jdk.compiler jdk.jshell");
        assertTooOld(jdk, "11");
    }

    @Test
    void javaTooOldByItsOldWayOfCounting() throws Exception {
        assertTooOld(checkout.jdk("jdk-8", "1.8.0_312", ""), "8");
        assertTooOld(checkout.bareJdk("jdk-8-without-release", "1.8.0_312", ""), "8");
    }

    private void assertTooOld(Path jdk, String version) throws Exception {
        assertRefused(
                checkout.with("JAVA_HOME", jdk.toString()).start(),
                "Java %s is too old, 17 or newer is needed (%s/bin/java)".formatted(version, jdk),
                "set JAVA_HOME to the folder of a JDK, 17 or newer, or " + GET_A_JDK);
    }

    @Test
    void javaWithoutACompiler() throws Exception {
        for (Path jre : new Path[] {
            checkout.jdk("jre", "21.0.1", "java.base java.desktop"), checkout.bareJdk("bare-jre", "21.0.1", "java.base")
        }) {
            assertRefused(
                    checkout.with("JAVA_HOME", jre.toString()).start(),
                    "this Java has no compiler (it is a JRE), and gradflow compiles what is typed (%s/bin/java)"
                            .formatted(jre),
                    "set JAVA_HOME to the folder of a JDK, 17 or newer, or " + GET_A_JDK);
        }
    }

    private void assertRefused(Run run, String what, String tryThis) throws IOException {
        assertThat(run).isEqualTo(new Run(69, "", "gradflow: " + what + "\n  try: " + tryThis));
        assertThat(checkout.mavenCalls()).isEmpty();
    }

    @Test
    void aJavaWithoutAReleaseFileIsAsked() throws Exception {
        checkout.start();
        Path jdk = checkout.bareJdk("bare", "25.0.3", "java.base jdk.compiler jdk.jshell");
        assertThat(checkout.with("JAVA_HOME", jdk.toString()).start()).isEqualTo(QUIET);
    }

    @Test
    void theJavaOfThePathIsFollowedToItsJdk() throws Exception {
        checkout.start();
        Path bin = Files.createDirectories(checkout.root.resolve("some bin"));
        Files.createSymbolicLink(bin.resolve("java-of-today"), checkout.jdk.resolve("bin/java"));
        Files.createSymbolicLink(bin.resolve("java"), Path.of("java-of-today"));
        checkout.without("JAVA_HOME").shell("PATH=\"$PWD/some bin:$PATH\" scripts/gradflow by path");
        assertThat(checkout.programArguments()).isEqualTo("<by>\n<path>\n");
    }

    // ---- starting

    @Test
    void theJvmGetsItsOptionsThenTheUsersThenTheJar() throws Exception {
        checkout.with("GRADFLOW_JAVA_OPTS", "-Xmx1g  -Dstar=*").start("-e", "1 + 1");
        assertThat(checkout.arguments())
                .isEqualTo("""
                        <-XX:+UseSerialGC>
                        <-XX:-UsePerfData>
                        <-Xlog:disable>
                        <-Xlog:all=off>
                        <-Dfile.encoding=UTF-8>
                        <-Dstdout.encoding=UTF-8>
                        <-Dstderr.encoding=UTF-8>
                        <-Dorg.jline.terminal.graphemeCluster=false>
                        <-Dorg.jline.terminal.provider=jni>
                        <-Xmx1g>
                        <-Dstar=*>
                        <-jar>
                        <%s>
                        <-e>
                        <1 + 1>
                        """.formatted(checkout.root.resolve("repl/target/gradflow-repl.jar")));
    }

    @Test
    void notesRunWithTheQuickCompilerUnlessTheirReaderSaysOtherwise() throws Exception {
        checkout.start("a.md");
        assertThat(checkout.arguments()).doesNotContain("TieredStopAtLevel");
        checkout.start("check", "a.md");
        assertThat(checkout.arguments()).contains("<-XX:TieredStopAtLevel=1>\n<-jar>\n");
        checkout.with("GRADFLOW_JAVA_OPTS", "-XX:TieredStopAtLevel=4").start("weave", "a.md");
        assertThat(checkout.arguments()).contains("<-XX:TieredStopAtLevel=1>\n<-XX:TieredStopAtLevel=4>\n<-jar>\n");
    }

    // ---- the archive of classes

    private String archiveIn(String option) throws IOException {
        Matcher named = Pattern.compile("<" + option + "=(.*)>").matcher(checkout.arguments());
        return named.find() ? named.group(1) : "";
    }

    private void makeArchive() throws Exception {
        checkout.without("GRADFLOW_ARCHIVE").start();
        checkout.awaitArchive();
    }

    private List<String> rehearsals() throws IOException {
        return Checkout.lines(checkout.jdk.resolve("bin/rehearsals"));
    }

    @Test
    void theFirstStartHasAnArchiveMadeThatLaterOnesUse() throws Exception {
        makeArchive();
        assertThat(archiveIn("-XX:SharedArchiveFile")).isEmpty();
        assertThat(checkout.start()).isEqualTo(QUIET);
        assertThat(Path.of(archiveIn("-XX:SharedArchiveFile"))).hasContent("classes");
        assertThat(checkout.arguments()).contains("<-XX:+VerifySharedSpaces>\n");
        assertThat(rehearsals()).hasSize(1);
        assertThat(checkout.jdk.resolve("bin/rehearsal"))
                .content()
                .startsWith("<-XX:+UseSerialGC>\n")
                .endsWith("<-cp>\n<" + checkout.root.resolve("repl/target/gradflow-repl.jar")
                        + ">\n<gradflow.repl.Rehearsal>\n");
    }

    @Test
    void fromJava25OnItIsTheNewKind() throws Exception {
        Path jdk = checkout.jdk("jdk-25", "25.0.3", "java.base jdk.compiler jdk.jshell");
        makeArchive();
        checkout.with("JAVA_HOME", jdk.toString()).start();
        checkout.awaitArchive();
        checkout.start();
        assertThat(jdk.resolve("bin/arguments")).content().containsPattern("<-XX:AOTCache=.*/target/classes-25-\\d+>");
        assertThat(Files.exists(checkout.root.resolve("target/archive-17"))).isTrue();
    }

    @Test
    void anArchiveOfOtherJarsIsMadeAnew() throws Exception {
        makeArchive();
        checkout.write("dsl/src/main/java/Rnn.java", "edited");
        makeArchive();
        assertThat(archiveIn("-XX:SharedArchiveFile")).isEmpty();
        assertThat(rehearsals()).hasSize(2);
        checkout.start();
        assertThat(Path.of(archiveIn("-XX:SharedArchiveFile"))).exists();
        try (Stream<Path> files = Files.list(checkout.root.resolve("target"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("classes-")))
                    .hasSize(1);
        }
    }

    @Test
    void anArchiveOfTheSameJarsWithAnotherDateIsMadeAnew() throws Exception {
        makeArchive();
        Files.setLastModifiedTime(
                checkout.root.resolve("repl/target/gradflow-repl.jar"),
                FileTime.from(Instant.now().plusSeconds(10)));
        checkout.start();
        assertThat(archiveIn("-XX:SharedArchiveFile")).isEmpty();
        checkout.awaitArchive();
    }

    @Test
    void anArchiveThatWasCutShortIsMadeAnew() throws Exception {
        makeArchive();
        checkout.shell("for one in target/classes-*; do : > $one; done");
        assertThat(checkout.start()).isEqualTo(QUIET);
        assertThat(archiveIn("-XX:SharedArchiveFile")).isEmpty();
        checkout.awaitArchive();
        checkout.start();
        assertThat(Path.of(archiveIn("-XX:SharedArchiveFile"))).hasContent("classes");
    }

    @Test
    void aJvmThatDiesOverItLeavesNothingBehind() throws Exception {
        checkout.with("DIES", "yes");
        makeArchive();
        assertThat(checkout.start()).isEqualTo(QUIET);
        checkout.awaitArchive();
        assertThat(archiveIn("-XX:SharedArchiveFile")).isEmpty();
        try (Stream<Path> files = Files.list(checkout.root.resolve("target"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("build.log", "built-from", "looked-at");
        }
    }

    @Test
    void oneMakesItForSeveral() throws Exception {
        checkout.start();
        checkout.without("GRADFLOW_ARCHIVE");
        checkout.shell("mkdir target/archive-17.making; scripts/gradflow; scripts/gradflow");
        assertThat(rehearsals()).isEmpty();
        checkout.shell("touch -d '20 minutes ago' target/archive-17.making; scripts/gradflow");
        checkout.awaitArchive();
        assertThat(rehearsals()).hasSize(1);
    }

    @Test
    void anArchiveOfTheUsersComesFirst() throws Exception {
        makeArchive();
        checkout.with("GRADFLOW_JAVA_OPTS", "-XX:SharedArchiveFile=mine").start();
        assertThat(archiveIn("-XX:SharedArchiveFile")).isEqualTo("mine");
        assertThat(checkout.arguments()).containsOnlyOnce("SharedArchiveFile");
    }

    @Test
    void argumentsPassUnchanged() throws Exception {
        checkout.start("two words", "", "*", "\"quoted\" 'too'", "two\nlines", "$HOME `x` \\", "‖∂L/∂h‖", "-Dx");
        assertThat(checkout.programArguments()).isEqualTo("""
                        <two words>
                        <>
                        <*>
                        <"quoted" 'too'>
                        <two
                        lines>
                        <$HOME `x` \\>
                        <‖∂L/∂h‖>
                        <-Dx>
                        """);
    }

    @Test
    void theExitCodePasses() throws Exception {
        assertThat(checkout.with("EXIT", "7").start().exit()).isEqualTo(7);
    }

    @Test
    void theLauncherBecomesTheJvmSoThatSignalsArrive() throws Exception {
        Running running = checkout.begin(checkout.root, checkout.launcher.toString());
        running.end();
        assertThat(checkout.jdk.resolve("bin/pid"))
                .hasContent(Long.toString(running.process().pid()));
    }

    @Test
    void aClosedStdinIsAnEmptyOne() throws Exception {
        checkout.shell("scripts/gradflow <&-");
        assertThat(checkout.jdk.resolve("bin/stdin")).hasContent("open");
    }

    @Test
    void closedOutputsAreNoTrouble() throws Exception {
        assertThat(checkout.shell("scripts/gradflow >&- 2>&-")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void theCLocaleBecomesOneThatHasTheSigns() throws Exception {
        checkout.start();
        assertThat(checkout.jdk.resolve("bin/locale")).hasContent("LC_ALL= LC_CTYPE= GRADFLOW_ASCII=");
        checkout.without("LANG").start("∂");
        assertThat(checkout.jdk.resolve("bin/locale")).hasContent("LC_ALL= LC_CTYPE=C.UTF-8 GRADFLOW_ASCII=");
        assertThat(checkout.programArguments()).isEqualTo("<∂>\n");
        checkout.with("LC_ALL", "C").start();
        assertThat(checkout.jdk.resolve("bin/locale")).hasContent("LC_ALL=C.UTF-8 LC_CTYPE= GRADFLOW_ASCII=yes");
        checkout.with("GRADFLOW_ASCII", "no").start();
        assertThat(checkout.jdk.resolve("bin/locale")).hasContent("LC_ALL=C.UTF-8 LC_CTYPE= GRADFLOW_ASCII=no");
    }

    @Test
    void linksToItWorkFromAnywhere() throws Exception {
        Path elsewhere = checkout.root.resolveSibling("else where");
        Path bin = Files.createDirectories(elsewhere.resolve("my bin"));
        Files.createSymbolicLink(bin.resolve("gradflow-1.0"), checkout.launcher);
        Path link = Files.createSymbolicLink(bin.resolve("gf"), Path.of("gradflow-1.0"));
        checkout.startAs(link, elsewhere, "through a link");
        assertThat(checkout.programArguments()).isEqualTo("<through a link>\n");

        checkout.shell("cd '" + elsewhere + "' && CDPATH=/ PATH=\"my bin:$PATH\" && gf found in the PATH");
        assertThat(checkout.programArguments()).isEqualTo("<found>\n<in>\n<the>\n<PATH>\n");

        checkout.shell("cd scripts && CDPATH=/:/tmp bash gradflow beside it");
        assertThat(checkout.programArguments()).isEqualTo("<beside>\n<it>\n");
        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void aBuiltCheckoutThatCannotBeWrittenToStarts() throws Exception {
        checkout.start();
        // A file where the folder should be: that stops root too, for whom no folder is read-only.
        assertThat(checkout.shell("rm -r target; : > target; scripts/gradflow")).isEqualTo(QUIET);
        assertThat(checkout.without("GRADFLOW_ARCHIVE").start()).isEqualTo(QUIET);
        assertThat(rehearsals()).isEmpty();
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
