package gradflow.launcher;

import static gradflow.launcher.Checkout.QUIET;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.launcher.Checkout.Run;
import gradflow.launcher.Checkout.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
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
    private Checkout checkout;

    @BeforeEach
    void checkOut(@TempDir Path directory) throws IOException {
        checkout = new Checkout(directory);
    }

    // ---- starting

    @Test
    void theJvmGetsItsOptionsThenTheUsersThenTheJar() throws Exception {
        checkout.with("GRADFLOW_JAVA_OPTS", "-Xmx1g  -Dstar=*").start("-e", "1 + 1");
        assertThat(checkout.arguments().replace("<-XX:+UseTransparentHugePages>\n", ""))
                .isEqualTo("""
                        <-XX:+UseSerialGC>
                        <-XX:-UsePerfData>
                        <-XX:+UnlockDiagnosticVMOptions>
                        <-XX:ArchiveRelocationMode=0>
                        <-XX:Tier3InvocationThreshold=400>
                        <-XX:Tier3MinInvocationThreshold=200>
                        <-XX:Tier3CompileThreshold=4000>
                        <-XX:Tier4InvocationThreshold=15000>
                        <-XX:Tier4MinInvocationThreshold=1800>
                        <-XX:Tier4CompileThreshold=45000>
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

    @Test
    void theFirstStartHasAnArchiveMadeThatLaterOnesUse() throws Exception {
        makeArchive();
        assertThat(archiveIn("-XX:SharedArchiveFile")).isEmpty();
        assertThat(checkout.arguments()).doesNotContain("library.jline");
        assertThat(checkout.start()).isEqualTo(QUIET);
        assertThat(Path.of(archiveIn("-XX:SharedArchiveFile"))).hasContent("classes");
        assertThat(checkout.arguments())
                .doesNotContain("VerifySharedSpaces")
                .contains("<-Dlibrary.jline.path=" + checkout.root.resolve("target/prepared-17") + ">\n");
        assertThat(checkout.rehearsals()).hasSize(1);
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
        assertThat(checkout.rehearsals()).hasSize(2);
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
    void anArchiveOfALaterDateThanItsRecordIsUsedIfItIsWholeAndVerified() throws Exception {
        makeArchive();
        checkout.shell("for one in target/classes-*; do touch -d 'next year' $one; done");
        checkout.start();
        assertThat(Path.of(archiveIn("-XX:SharedArchiveFile"))).hasContent("classes");
        assertThat(checkout.arguments()).contains("<-XX:+VerifySharedSpaces>\n");
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
        assertThat(checkout.rehearsals()).isEmpty();
        checkout.shell("touch -d '20 minutes ago' target/archive-17.making; scripts/gradflow");
        checkout.awaitArchive();
        assertThat(checkout.rehearsals()).hasSize(1);
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
    void aScriptThatNamesItInItsFirstLineRunsByItsOwnName() throws Exception {
        Path elsewhere = checkout.root.resolveSibling("else where");
        Path bin = Files.createDirectories(elsewhere.resolve("my bin"));
        Files.createSymbolicLink(bin.resolve("gradflow"), checkout.launcher);
        Path script = Files.writeString(bin.resolve("how far.jsh"), "#!/usr/bin/env gradflow\nargs.length\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

        Run run = checkout.shell("cd / && PATH='" + bin + "':\"$PATH\" && 'how far.jsh' 'a  b' -e \"'\"");

        assertThat(run.exit()).isZero();
        assertThat(checkout.programArguments()).isEqualTo("<" + script + ">\n<a  b>\n<-e>\n<'>\n");
    }
}
