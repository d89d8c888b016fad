package gradflow.launcher;

import static gradflow.launcher.Checkout.QUIET;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.launcher.Checkout.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Which Java the launcher takes, and what it says where there is none that will do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
@Execution(ExecutionMode.CONCURRENT)
class FindingJavaTest {
    private static final String GET_A_JDK =
            "install a JDK, 17 or newer (apt install default-jdk, brew install openjdk, or https://adoptium.net)\n";

    private Checkout checkout;

    @BeforeEach
    void checkOut(@TempDir Path directory) throws IOException {
        checkout = new Checkout(directory);
    }

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

    @Test
    void theJavaOfThePathIsFollowedAgainWhenItsLinkLeadsElsewhere() throws Exception {
        checkout.start();
        Path other = checkout.jdk("jdk-21", "21.0.1", "java.base jdk.compiler jdk.jshell");
        Path bin = Files.createDirectories(checkout.root.resolve("some bin"));
        Path java = bin.resolve("java");
        checkout.without("JAVA_HOME");
        for (Path jdk : new Path[] {checkout.jdk, other, other, checkout.jdk}) {
            Files.deleteIfExists(java);
            Files.createSymbolicLink(java, jdk.resolve("bin/java"));
            Files.deleteIfExists(jdk.resolve("bin/arguments"));
            checkout.shell("PATH=\"$PWD/some bin:$PATH\" scripts/gradflow");
            assertThat(jdk.resolve("bin/arguments")).exists();
        }
        assertThat(checkout.root.resolve("target/jdk")).hasContent(checkout.jdk.toString());
    }

    @Test
    void aLauncherBehindLinksFindsItsHome() throws Exception {
        checkout.start();
        Path elsewhere = Files.createDirectories(checkout.root.resolve("else where"));
        Files.createSymbolicLink(elsewhere.resolve("gradflow"), checkout.root.resolve("scripts/gradflow"));
        Files.createSymbolicLink(elsewhere.resolve("linked"), checkout.root);
        for (String call : new String[] {
            "'else where/gradflow' a", "cd 'else where'; ./gradflow a", "'else where/linked/scripts/gradflow' a",
            "cd 'else where/linked'; scripts/gradflow a", "cd scripts; ./gradflow a", "cd dsl; ../scripts/gradflow a",
            "bash scripts/./gradflow a", "PATH=\"$PWD/scripts:$PATH\" gradflow a"
        }) {
            Files.deleteIfExists(checkout.jdk.resolve("bin/arguments"));
            assertThat(checkout.shell(call)).as(call).isEqualTo(QUIET);
            assertThat(checkout.arguments())
                    .as(call)
                    .contains(
                            "<-jar>\n<" + checkout.root.toRealPath().resolve("repl/target/gradflow-repl.jar") + ">\n");
        }
    }
}
