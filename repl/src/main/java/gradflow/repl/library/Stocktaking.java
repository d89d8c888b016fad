package gradflow.repl.library;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Writes an {@link Inventory}. */
public final class Stocktaking {
    private static final String CLASS = JavaFileObject.Kind.CLASS.extension;

    private Stocktaking() {}

    /** Writes down what this JDK and the class path of this program hold, where the launcher wants it. */
    public static void write() throws IOException {
        Optional<Path> file = Prepared.file(Inventory.FILE);
        if (file.isPresent()) {
            write(file.get(), System.getProperty("java.class.path"));
        }
    }

    static void write(Path file, String classPath) throws IOException {
        Map<String, SortedMap<String, List<String>>> modules = modules();
        Map<Path, SortedMap<String, List<String>>> jars = jars(classPath);

        Sheet sheet = new Sheet();
        sheet.number(Inventory.MAGIC);
        int length = sheet.gap();
        sheet.string(Inventory.jdk());
        sheet.number(modules.size());
        List<Runnable> tables = new ArrayList<>();
        modules.forEach((name, packages) -> {
            sheet.string(name);
            int gap = sheet.gap();
            tables.add(() -> sheet.table(gap, packages));
        });
        sheet.string(classPath);
        sheet.number(jars.size());
        for (Path jar : jars.keySet()) {
            sheet.string(jar.toString());
            sheet.string(Prepared.state(jar));
            int gap = sheet.gap();
            tables.add(() -> sheet.table(gap, jars.get(jar)));
        }
        tables.forEach(Runnable::run);
        Prepared.write(file, sheet.bytes(length));
    }

    private static Map<String, SortedMap<String, List<String>>> modules() throws IOException {
        Map<String, SortedMap<String, List<String>>> modules = new LinkedHashMap<>();
        List<ModuleReference> all = new ArrayList<>(ModuleFinder.ofSystem().findAll());
        all.sort(Comparator.comparing(module -> module.descriptor().name()));
        for (ModuleReference module : all) {
            try (ModuleReader reader = module.open();
                    Stream<String> files = reader.list()) {
                modules.put(module.descriptor().name(), packages(files));
            }
        }
        return modules;
    }

    /** {@return nothing, unless all that the compiler would look through are jars of classes, for every Java the same} */
    private static Map<Path, SortedMap<String, List<String>>> jars(String classPath) throws IOException {
        Map<Path, SortedMap<String, List<String>>> jars = new LinkedHashMap<>();
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            files.handleOption("-classpath", List.of(classPath).iterator());
            for (Path path : files.getLocationAsPaths(StandardLocation.CLASS_PATH)) {
                if (!Files.exists(path)) {
                    continue; // as the manifest of a jar names jars that are elsewhere
                }
                if (!Files.isRegularFile(path)) {
                    return Map.of();
                }
                try (JarFile jar = new JarFile(path.toFile())) {
                    if (jar.isMultiRelease() || jar.stream().anyMatch(Stocktaking::isSource)) {
                        return Map.of();
                    }
                    jars.put(path.toAbsolutePath(), packages(jar.stream().map(ZipEntry::getName)));
                }
            }
        }
        return jars;
    }

    private static boolean isSource(ZipEntry entry) {
        return entry.getName().endsWith(JavaFileObject.Kind.SOURCE.extension);
    }

    private static SortedMap<String, List<String>> packages(Stream<String> files) {
        SortedMap<String, List<String>> packages = new TreeMap<>();
        files.filter(file -> file.endsWith(CLASS)).forEach(file -> {
            int slash = file.lastIndexOf('/');
            String name = slash < 0 ? "" : file.substring(0, slash).replace('/', '.');
            packages.computeIfAbsent(name, key -> new ArrayList<>())
                    .add(file.substring(slash + 1, file.length() - CLASS.length()));
        });
        return packages;
    }

    /** Bytes, some of which are known only after those that follow them. */
    private static final class Sheet {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(written);
        private final Map<Integer, Integer> gaps = new LinkedHashMap<>();

        void number(int number) {
            try {
                out.writeInt(number);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void string(String text) {
            try {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeShort(bytes.length);
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        int gap() {
            number(0);
            return out.size() - Integer.BYTES;
        }

        void table(int gap, SortedMap<String, List<String>> packages) {
            gaps.put(gap, out.size());
            number(packages.size());
            Map<String, Integer> classes = new LinkedHashMap<>();
            packages.keySet().forEach(name -> {
                string(name);
                classes.put(name, gap());
            });
            packages.forEach((name, files) -> {
                gaps.put(classes.get(name), out.size());
                number(files.size());
                files.forEach(this::string);
            });
        }

        byte[] bytes(int lengthGap) {
            gaps.put(lengthGap, out.size());
            byte[] bytes = written.toByteArray();
            ByteBuffer numbers = ByteBuffer.wrap(bytes);
            gaps.forEach(numbers::putInt);
            return bytes;
        }
    }
}
