package gradflow.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A tree that looks like this project to the launcher, with a Java and a Maven that only write down how they were called.
 * Its path has a space in it, and its PATH has no other Java and Maven.
 */
final class Checkout {
    static final String FIRST_BUILD = """
            gradflow: building, once (about a minute on a new machine) …
            gradflow: building dsl
            gradflow: building repl
            gradflow: built in N s
            """;
    static final String LATER_BUILD = """
            gradflow: the sources have changed, building again (some seconds) …
            gradflow: building dsl
            gradflow: building repl
            gradflow: built in N s
            """;

    /** What a start shows that has nothing to build. */
    static final Run QUIET = new Run(0, "hello from the program\n", "");

    private static final List<String> TOOLS = List.of(
            "awk",
            "bash",
            "cat",
            "cksum",
            "cut",
            "env",
            "find",
            "grep",
            "head",
            "ln",
            "mkdir",
            "mv",
            "nice",
            "ps",
            "readlink",
            "rm",
            "rmdir",
            "sed",
            "sleep",
            "sort",
            "tail",
            "touch",
            "wc");

    /** Writes down each argument and how it found the world; says what it was told to say; exits as it was told to. */
    private static final String JAVA = """
            #!/usr/bin/env bash
            here=${0%%/*}
            case $1 in
              -version) echo 'openjdk version "%1$s" 2026-01-01' >&2; exit ;;
              --list-modules) printf '%%s@1\\n' %2$s; exit ;;
            esac
            for one in "$@"; do
              case $one in
                -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*)
                  printf '<%%s>\\n' "$@" > "$here/rehearsal"
                  echo once >> "$here/rehearsals"
                  [[ ! $DIES ]] || kill -9 $$
                  echo classes > "${one#*=}"
                  exit ;;
              esac
            done
            printf '<%%s>\\n' "$@" > "$here/arguments"
            { : <&0; } 2>/dev/null && echo open > "$here/stdin" || echo closed > "$here/stdin"
            printf '%%s\\n' "LC_ALL=$LC_ALL LC_CTYPE=$LC_CTYPE GRADFLOW_ASCII=$GRADFLOW_ASCII" > "$here/locale"
            echo $$ > "$here/pid"
            echo 'hello from the program'
            exit "${EXIT:-0}"
            """;

    private static final String MAVEN = """
            #!/usr/bin/env bash
            here=${0%/*}
            echo "$*" >> "$here/calls"
            echo "$JAVA_HOME" > "$here/java-home"
            echo '[INFO] Building gradflow dsl 1.0-SNAPSHOT       [2/3]'
            [[ ! $SLOW ]] || exec sleep "$SLOW"
            if [[ $FAIL ]]; then
              echo '[ERROR] COMPILATION ERROR :'
              echo '[ERROR] Rnn.java:[3,28] cannot find symbol'
              echo '[ERROR] '
              echo '[ERROR] Rnn.java:[3,28] cannot find symbol'
              echo '[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.'
              exit 1
            fi
            sleep "${PAUSE:-0}"
            echo '[INFO] Building gradflow repl 1.0-SNAPSHOT      [3/3]'
            mkdir -p repl/target/lib
            echo "$RANDOM" > repl/target/gradflow-repl.jar
            echo "$RANDOM" > repl/target/lib/gradflow-dsl-1.0-SNAPSHOT.jar
            """;

    final Path root;
    final Path launcher;
    final Path jdk;
    final Path mavenHome;
    private final Path outside;
    private final Path tools;
    private final Map<String, String> environment = new TreeMap<>();
    private int runs;

    Checkout(Path directory) throws IOException {
        outside = directory.toRealPath();
        root = outside.resolve("a place/grad flow");
        launcher = root.resolve("scripts/gradflow");
        Files.createDirectories(launcher.getParent());
        Files.copy(Path.of(System.getProperty("gradflow.root"), "scripts/gradflow"), launcher);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String source : List.of(
                "pom.xml",
                "dsl/pom.xml",
                "repl/pom.xml",
                "dsl/src/main/java/Rnn.java",
                "repl/src/main/java/Main.java")) {
            write(source, "the first " + source);
        }

        tools = tools();
        mavenHome = Files.createDirectories(outside.resolve("a maven"));
        executable(mavenHome.resolve("mvn"), MAVEN);
        jdk = jdk("jdk-17", "17.0.15", "java.base jdk.compiler jdk.jshell");

        environment.put("PATH", tools + ":" + mavenHome);
        environment.put("JAVA_HOME", jdk.toString());
        environment.put("LANG", "C.UTF-8");
        // It would be made in the background, beyond the end of the test.
        environment.put("GRADFLOW_ARCHIVE", "no");
    }

    /** A made-up JDK with a release file. */
    Path jdk(String name, String version, String modules) throws IOException {
        Path home = bareJdk(name, version, modules);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\nMODULES=\"%s\"\n".formatted(version, modules));
        return home;
    }

    /** One without it, which has to be asked. */
    Path bareJdk(String name, String version, String modules) throws IOException {
        Path home = outside.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/java"), JAVA.formatted(version, modules));
        return home;
    }

    Checkout with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Checkout without(String variable) {
        environment.remove(variable);
        return this;
    }

    Checkout withoutMaven() {
        return with("PATH", tools.toString());
    }

    void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    Run start(String... arguments) throws IOException, InterruptedException {
        return startAs(launcher, root, arguments);
    }

    Run startAs(Path command, Path directory, String... arguments) throws IOException, InterruptedException {
        return run(directory, command.toString(), arguments);
    }

    Run shell(String script) throws IOException, InterruptedException {
        return run(root, "bash", "-c", script);
    }

    private Run run(Path directory, String command, String... arguments) throws IOException, InterruptedException {
        return begin(directory, command, arguments).end();
    }

    Running begin(Path directory, String command, String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(command.equals("bash") ? tools.resolve("bash").toString() : command);
        line.addAll(List.of(arguments));
        Path out = outside.resolve("stdout-" + ++runs);
        Path err = outside.resolve("stderr-" + runs);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    /** How often Maven was called, with what. */
    List<String> mavenCalls() throws IOException {
        return lines(mavenHome.resolve("calls"));
    }

    /** What the JVM was started with, each argument in angle brackets. */
    String arguments() throws IOException {
        return Files.readString(jdk.resolve("bin/arguments"));
    }

    /** The same without the options of the JVM, which end with the jar. */
    String programArguments() throws IOException {
        String jar = "<" + root.resolve("repl/target/gradflow-repl.jar") + ">\n";
        String all = arguments();
        return all.substring(all.indexOf(jar) + jar.length());
    }

    /** What was called to make archives, a line each. */
    List<String> rehearsals() throws IOException {
        return lines(jdk.resolve("bin/rehearsals"));
    }

    /** Waits until nothing is left of the making of an archive. */
    void awaitArchive() throws IOException, InterruptedException {
        for (int tries = 0; tries < 3000 && isMakingArchive(); tries++) {
            Thread.sleep(10);
        }
        if (isMakingArchive()) {
            throw new AssertionError("an archive is still being made after 30 s");
        }
    }

    private boolean isMakingArchive() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("target"))) {
            return files.anyMatch(file -> file.toString().endsWith(".making"));
        }
    }

    static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Links to what the launcher may use. Not in a test's own folder: JUnit warns of each link that it removes. */
    private static synchronized Path tools() throws IOException {
        Path directory =
                Files.createDirectories(Path.of("target/launcher-tools").toAbsolutePath());
        for (String tool : TOOLS) {
            Path link = directory.resolve(tool);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, whereIs(tool));
            }
        }
        return directory;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path whereIs(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " on this machine"));
    }

    /** What a start left behind. */
    record Run(int exit, String out, String err) {}

    /** A start that goes on, with a timer that ends it. */
    record Running(Process process, Path out, Path err) {
        Run end() throws IOException, InterruptedException {
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("still running after 30 s; stderr: " + Files.readString(err));
            }
            String said = Files.readString(err).replaceAll("built in \\d+ s", "built in N s");
            return new Run(process.exitValue(), Files.readString(out), said);
        }
    }
}
