package gradflow.repl.library;

import gradflow.Gradflow;
import gradflow.repl.engine.Engine;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.RealMatrix;

/** The packages that a person sees at the prompt, in a program that runs from folders of classes. */
public final class TestPackages {
    private TestPackages() {}

    /** {@return what an inventory says that is made in a folder} */
    public static Packages in(Path folder) throws IOException {
        String classPath = Stream.of(Engine.class, Gradflow.class, RealMatrix.class)
                .map(type -> jar(type, folder).toString())
                .collect(Collectors.joining(File.pathSeparator));
        Path file = folder.resolve("inventory");
        Stocktaking.write(file, classPath);
        Inventory inventory = Inventory.read(file).orElseThrow();
        return new Packages(inventory, inventory.jars(classPath).orElseThrow());
    }

    private static Path jar(Class<?> type, Path folder) {
        Path place =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
        if (!Files.isDirectory(place)) {
            return place;
        }
        Path jar = folder.resolve(type.getSimpleName() + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> classes = Files.walk(place)) {
            List<Path> files =
                    classes.filter(one -> one.toString().endsWith(".class")).toList();
            for (Path one : files) {
                out.putNextEntry(new JarEntry(place.relativize(one).toString().replace(File.separatorChar, '/')));
                Files.copy(one, out);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
