package gradflow.repl.library;

import java.io.File;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which class files the JDK and this program's jars hold, as {@link Stocktaking} wrote it down. One that was made of another
 * JDK or of other jars counts as none.
 */
final class Inventory {
    static final String FILE = "inventory";
    static final String BASE = "java.base";
    static final int MAGIC = 0x67666c31;

    private final Map<String, JdkModule> modules;
    private final String classPath;
    private final List<Jar> jars;

    private Inventory(Map<String, JdkModule> modules, String classPath, List<Jar> jars) {
        this.modules = modules;
        this.classPath = classPath;
        this.jars = jars;
    }

    /** {@return the inventory that the launcher named, if it is right} */
    static Optional<Inventory> current() {
        return Current.READ;
    }

    /** Read when it is first asked for: by then whoever writes it has done so, and goes on with it. */
    private static final class Current {
        static final Optional<Inventory> READ = Prepared.file(FILE).flatMap(Inventory::read);
    }

    /** {@return what a file says, if it is of this JDK; without jars, if one of them isn't as it was} */
    static Optional<Inventory> read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            if (bytes.getInt() != MAGIC
                    || bytes.getInt() != bytes.limit()
                    || !PackageTable.string(bytes).equals(jdk())) {
                return Optional.empty();
            }
            Map<String, JdkModule> modules = new LinkedHashMap<>();
            for (int i = bytes.getInt(); i > 0; i--) {
                String name = PackageTable.string(bytes);
                modules.put(name, new JdkModule(name, new PackageTable(bytes.duplicate(), bytes.getInt())));
            }
            String classPath = PackageTable.string(bytes);
            List<Jar> jars = new ArrayList<>();
            boolean same = true;
            for (int i = bytes.getInt(); i > 0; i--) {
                Path jar = Path.of(PackageTable.string(bytes));
                same &= PackageTable.string(bytes).equals(Prepared.state(jar));
                jars.add(new Jar(jar, new PackageTable(bytes.duplicate(), bytes.getInt())));
            }
            return Optional.of(new Inventory(modules, same ? classPath : "", same ? jars : List.of()));
        } catch (IOException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** {@return what tells this JDK from others} */
    static String jdk() throws IOException {
        String home = System.getProperty("java.home");
        return String.join(
                "\n", home, System.getProperty("java.vm.version"), Prepared.state(Path.of(home, "lib", "modules")));
    }

    /** {@return the modules of the JDK, by name} */
    Map<String, JdkModule> modules() {
        return modules;
    }

    /** {@return whether a text may name what is in another module of the JDK than {@code java.base}} */
    boolean leavesBase(String text) {
        return new OtherModules(modules).areNamedIn(text);
    }

    /** {@return the jars of a class path, those that a jar's manifest names after it; or nothing, if not all were looked at} */
    Optional<List<Jar>> jars(String path) {
        Set<Jar> found = new LinkedHashSet<>();
        for (String element : path.split(File.pathSeparator, -1)) {
            List<Jar> meant = element.equals(classPath)
                    ? jars
                    : jars.stream().filter(jar -> jar.isAt(element)).toList();
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(meant);
        }
        return Optional.of(List.copyOf(found));
    }
}
