package gradflow.repl.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler finds the same as without an inventory. */
class LibraryFilesTest {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final Set<Kind> BOTH = Set.of(Kind.CLASS, Kind.SOURCE);
    private static final String JAR = Path.of(RealMatrix.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath())
            .toString();

    @TempDir
    static Path folder;

    private static Inventory inventory;

    @BeforeAll
    static void takeStock() throws IOException {
        Path file = folder.resolve("inventory");
        Stocktaking.write(file, JAR);
        inventory = Inventory.read(file).orElseThrow();
    }

    private static StandardJavaFileManager standard() {
        StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null);
        files.handleOption("-classpath", List.of(JAR).iterator());
        return files;
    }

    private static LibraryFiles ours(boolean onlyBase) {
        LibraryFiles files = new LibraryFiles(LibraryFilesTest::standard, inventory, onlyBase);
        files.handleOption("-classpath", List.of(JAR).iterator());
        return files;
    }

    private static Set<String> names(StandardJavaFileManager files, Location location, String packageName)
            throws IOException {
        return StreamSupport.stream(
                        files.list(location, packageName, BOTH, false).spliterator(), false)
                .map(file -> files.inferBinaryName(location, file))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> modules(StandardJavaFileManager files) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Set<Location> group : files.listLocationsForModules(StandardLocation.SYSTEM_MODULES)) {
            for (Location module : group) {
                names.add(files.inferModuleName(module));
            }
        }
        return names;
    }

    @Test
    void theModulesAreThoseOfTheJdk() throws IOException {
        assertThat(modules(ours(false))).isEqualTo(modules(standard()));
        assertThat(modules(ours(true))).containsExactly("java.base");
    }

    @Test
    void eachPackageOfTheCommonModulesHoldsTheSameClasses() throws IOException {
        StandardJavaFileManager ours = ours(false);
        StandardJavaFileManager standard = standard();
        for (String module : List.of("java.base", "java.sql", "java.net.http", "jdk.jshell")) {
            for (String name : inventory.modules().get(module).packages()) {
                assertThat(names(ours, module(ours, module), name))
                        .as(module + "/" + name)
                        .isNotEmpty()
                        .isEqualTo(names(standard, module(standard, module), name));
            }
        }
        for (String nowhere : List.of("java", "java.utils", "org.apache.commons.math3.linear")) {
            assertThat(names(ours, module(ours, "java.base"), nowhere)).isEmpty();
        }
    }

    private static Location module(StandardJavaFileManager files, String name) throws IOException {
        return files.getLocationForModule(StandardLocation.SYSTEM_MODULES, name);
    }

    @Test
    void theClassPathHoldsTheSameClasses() throws IOException {
        for (String name :
                List.of("org.apache.commons.math3.linear", "org.apache.commons.math3", "org", "java.util", "")) {
            assertThat(names(ours(false), StandardLocation.CLASS_PATH, name))
                    .as(name)
                    .isEqualTo(names(standard(), StandardLocation.CLASS_PATH, name));
        }
        assertThat(names(ours(false), StandardLocation.CLASS_PATH, "org.apache.commons.math3.linear"))
                .contains("org.apache.commons.math3.linear.RealMatrix");
    }

    @Test
    void anotherClassPathIsLookedThroughByTheCompilerItself() throws IOException {
        LibraryFiles files = ours(false);
        String own = Path.of(LibraryFilesTest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        files.handleOption("-classpath", List.of(own).iterator());
        assertThat(names(files, StandardLocation.CLASS_PATH, "gradflow.repl.library"))
                .contains("gradflow.repl.library.LibraryFilesTest");
        assertThat(names(files, StandardLocation.CLASS_PATH, "org.apache.commons.math3.linear"))
                .isEmpty();
    }

    @Test
    void aClassFileHasTheBytesThatTheCompilerWouldRead() throws IOException {
        for (Map.Entry<String, String> one : Map.of(
                        "java.base",
                        "java.util.Map$Entry",
                        "java.sql",
                        "java.sql.Connection",
                        "jdk.jshell",
                        "module-info")
                .entrySet()) {
            assertThat(bytes(ours(false), one.getKey(), one.getValue()))
                    .isEqualTo(bytes(standard(), one.getKey(), one.getValue()));
        }
        assertThat(ours(false).getJavaFileForInput(module(ours(false), "java.base"), "java.util.Nothing", Kind.CLASS))
                .isNull();
    }

    private static byte[] bytes(StandardJavaFileManager files, String module, String name) throws IOException {
        try (InputStream in = files.getJavaFileForInput(module(files, module), name, Kind.CLASS)
                .openInputStream()) {
            return in.readAllBytes();
        }
    }

    @Test
    void theSameFileIsKnownAsSuch() throws IOException {
        LibraryFiles files = ours(false);
        Location base = module(files, "java.base");
        JavaFileObject list = files.getJavaFileForInput(base, "java.util.List", Kind.CLASS);
        assertThat(files.isSameFile(list, files.getJavaFileForInput(base, "java.util.List", Kind.CLASS)))
                .isTrue();
        assertThat(files.isSameFile(list, files.getJavaFileForInput(base, "java.util.Map", Kind.CLASS)))
                .isFalse();
        assertThat(files.contains(base, list)).isTrue();
        assertThat(files.contains(module(files, "java.sql"), list)).isFalse();
        assertThat(list.toUri()).isEqualTo(URI.create("jrt:/java.base/java/util/List.class"));
    }

    @Test
    void aLineIsCompiledWithoutTheCompilersOwn() throws IOException {
        LibraryFiles files = new LibraryFiles(
                () -> {
                    throw new AssertionError("not needed");
                },
                inventory,
                true);
        files.handleOption("-classpath", List.of(JAR).iterator());
        assertThat(compile(new InMemory(files), "java.util.List.of(org.apache.commons.math3.util.FastMath.PI)"))
                .isEmpty();
    }

    @Test
    void whatIsInNoModuleIsAnErrorAsEver() throws IOException {
        String code = "java.sql.DriverManager.getDrivers()";
        assertThat(compile(new InMemory(ours(false)), code)).isEmpty();
        assertThat(compile(new InMemory(ours(true)), code)).contains("package java.sql does not exist");
        assertThat(compile(new InMemory(ours(false)), "java.util.Lost.of()"))
                .isEqualTo(compile(new InMemory(standard()), "java.util.Lost.of()"));
    }

    private static String compile(InMemory files, String expression) {
        JavaFileObject source = new SimpleJavaFileObject(URI.create("test:///A.java"), Kind.SOURCE) {
            @Override
            public String getCharContent(boolean ignoreEncodingErrors) {
                return "class A { Object a = " + expression + "; }";
            }
        };
        StringWriter said = new StringWriter();
        boolean well = COMPILER.getTask(
                        said, files, null, List.of("-proc:none", "-classpath", JAR), null, List.of(source))
                .call();
        assertThat(well).isEqualTo(said.toString().isEmpty());
        return said.toString();
    }

    private static final class InMemory extends javax.tools.ForwardingJavaFileManager<StandardJavaFileManager> {
        InMemory(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("test:///" + name + kind.extension), kind) {
                @Override
                public ByteArrayOutputStream openOutputStream() {
                    return new ByteArrayOutputStream();
                }
            };
        }
    }

    @Test
    void aModuleOfAnotherPlaceIsRefusedByTheCompilersOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ours(false).getLocationForModule(StandardLocation.CLASS_PATH, "java.base"));
    }
}
