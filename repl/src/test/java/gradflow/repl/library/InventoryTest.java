package gradflow.repl.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An inventory holds for what it was made of, and for nothing else. */
class InventoryTest {
    @TempDir
    Path folder;

    private Path jar(String name, String classPath, String... entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classPath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        }
        if (Arrays.asList(entries).contains("META-INF/versions/17/a/A.class")) {
            manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        }
        Path file = folder.resolve(name);
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (String entry : entries) {
                jar.putNextEntry(new JarEntry(entry));
                jar.closeEntry();
            }
        }
        return file;
    }

    private Path inventory(String classPath) throws IOException {
        Path file = folder.resolve("inventory");
        Stocktaking.write(file, classPath);
        return file;
    }

    private static List<List<String>> classes(Path inventory, String classPath, String packageName) {
        return Inventory.read(inventory).orElseThrow().jars(classPath).stream()
                .flatMap(List::stream)
                .map(jar -> jar.classes(packageName))
                .toList();
    }

    /** Or the first archive of classes would lack those that every later start needs. */
    @Test
    void whoeverWritesItGoesByItToo() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dgradflow.prepared=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "gradflow.repl.library.WriteThenRead")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.getInputStream().readAllBytes()).asString().isEqualTo("true");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aJarStandsForThoseThatItsManifestNames() throws IOException {
        Path first = jar("first.jar", "second.jar missing.jar", "a/A.class", "a/A$B.class", "a/text.txt");
        Path second = jar("second.jar", "", "a/C.class", "D.class");
        Path inventory = inventory(first.toString());

        assertThat(classes(inventory, first.toString(), "a")).containsExactly(List.of("A", "A$B"), List.of("C"));
        assertThat(classes(inventory, first.toString(), "")).containsExactly(List.of(), List.of("D"));
        assertThat(classes(inventory, first + File.pathSeparator + second, "a"))
                .as("each is looked through once")
                .containsExactly(List.of("A", "A$B"), List.of("C"));
        assertThat(classes(inventory, second.toString(), "a")).containsExactly(List.of("C"));
        assertThat(classes(inventory, first + File.pathSeparator + folder, "a"))
                .as("what wasn't looked at")
                .isEmpty();
    }

    @Test
    void anotherJarInThePlaceOfOneIsNoticed() throws IOException {
        Path jar = jar("one.jar", "", "a/A.class");
        Path inventory = inventory(jar.toString());
        assertThat(classes(inventory, jar.toString(), "a")).containsExactly(List.of("A"));

        jar("one.jar", "", "a/A.class", "a/B.class");

        assertThat(classes(inventory, jar.toString(), "a")).isEmpty();
        assertThat(Inventory.read(inventory).orElseThrow().modules()).containsKey("java.base");
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/versions/17/a/A.class", "a/A.java"})
    void aJarThatHoldsMoreThanClassesIsLeftToTheCompiler(String entry) throws IOException {
        Path jar = jar("one.jar", "", "a/A.class", entry);
        assertThat(classes(inventory(jar.toString()), jar.toString(), "a")).isEmpty();
    }

    @Test
    void aFolderIsLeftToTheCompiler() throws IOException {
        assertThat(classes(inventory(folder.toString()), folder.toString(), "a"))
                .isEmpty();
    }

    @Test
    void anInventoryOfAnotherJdkIsNone() throws IOException {
        Path file = inventory(jar("one.jar", "", "a/A.class").toString());
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        String version = System.getProperty("java.vm.version");
        String other = "9" + version.substring(1);
        assertThat(bytes).contains(version);

        Files.writeString(file, bytes.replace(version, other), StandardCharsets.ISO_8859_1);

        assertThat(Inventory.read(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 8, 100, 100_000, -1})
    void halfAnInventoryIsNone(int length) throws IOException {
        Path file = inventory(jar("one.jar", "", "a/A.class").toString());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, length < 0 ? bytes.length + length : length));
        assertThat(Inventory.read(file)).isEmpty();
    }

    @Test
    void anInventoryThatIsNotThereIsNone() {
        assertThat(Inventory.read(folder.resolve("none"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import java.sql.Connection;",
                "import java.sql.*;",
                "java.util.logging.Logger.getGlobal()",
                "import module java.desktop;",
                "import javax.swing.JFrame",
                "x = java.net.http.HttpClient.newHttpClient()",
                "com.sun.source.util.JavacTask t",
                "\"java.sql.Date\"",
                "j\\u0061va.sql.Date d"
            })
    void aTextThatNamesAnotherModuleLeavesTheBase(String text) throws IOException {
        assertThat(Inventory.read(inventory("")).orElseThrow().leavesBase(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rnn().hidden(4).whh(identity(0.5).plusNoise(0.05)).tanh().unroll(20).gradNorms()",
                "import java.util.concurrent.atomic.*; import java.net.URI;",
                "java.util.List.of(1.5, .5, 1.)",
                "System.out.println(Math.PI); a.b.c",
                "org.apache.commons.math3.linear.RealMatrix m",
                "sql.Connection",
                "import java.",
                "."
            })
    void otherTextStaysInTheBase(String text) throws IOException {
        assertThat(Inventory.read(inventory("")).orElseThrow().leavesBase(text)).isFalse();
    }
}
