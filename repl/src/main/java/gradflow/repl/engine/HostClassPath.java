package gradflow.repl.engine;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.math3.linear.RealMatrix;

/** Where the compiler of snippets finds the classes that this program runs with. */
public final class HostClassPath {
    private HostClassPath() {}

    /**
     * {@return what the compiler needs beyond {@code java.class.path}, which it reads itself: empty when this program was
     * started plainly, but a build tool may run it from class loaders of its own}
     */
    public static List<String> extra() {
        Set<String> needed = new LinkedHashSet<>();
        for (Class<?> anchor : List.of(Engine.class, gradflow.report.Result.class, RealMatrix.class)) {
            CodeSource source = anchor.getProtectionDomain().getCodeSource();
            if (source != null) {
                try {
                    needed.add(Path.of(source.getLocation().toURI()).toString());
                } catch (URISyntaxException e) {
                    throw new IllegalStateException("class path: " + source.getLocation(), e);
                }
            }
        }
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path", ""))
                .map(known -> Path.of(known).toAbsolutePath().normalize().toString())
                .forEach(needed::remove);
        return List.copyOf(needed);
    }
}
