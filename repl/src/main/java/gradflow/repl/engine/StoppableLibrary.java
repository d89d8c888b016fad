package gradflow.repl.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Loads those classes of commons-math3 whose loops run for seconds, with {@link NestedLoops polls} woven in, before anything
 * else loads them: no decomposition of it listens to an interrupt.
 */
public final class StoppableLibrary {
    /** A class after those that it extends, since defining one loads these. */
    private static final List<String> SLOW = List.of(
            "Array2DRowRealMatrix",
            "BlockRealMatrix",
            "BiDiagonalTransformer",
            "SingularValueDecomposition",
            "HessenbergTransformer",
            "TriDiagonalTransformer",
            "SchurTransformer",
            "EigenDecomposition",
            "QRDecomposition",
            "LUDecomposition",
            "LUDecomposition$Solver");

    private static boolean loaded;

    private StoppableLibrary() {}

    /** Loads what isn't loaded yet. Where that can't be done, computations go on unheard, which the prompt then says. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        try {
            MethodHandles.Lookup library = MethodHandles.privateLookupIn(RealMatrix.class, MethodHandles.lookup());
            for (byte[] woven : WovenClasses.read().orElseGet(StoppableLibrary::weave)) {
                define(library, woven);
            }
        } catch (IllegalAccessException | UncheckedIOException e) {
            // Then they are loaded as they are, when they are needed.
        }
    }

    private static void define(MethodHandles.Lookup library, byte[] woven) throws IllegalAccessException {
        try {
            Class<?> unused = library.defineClass(woven);
        } catch (LinkageError e) {
            // Somebody was faster.
        }
    }

    /** Weaves once for later runs. */
    public static void prepare() throws IOException {
        WovenClasses.write(weave());
    }

    private static List<byte[]> weave() {
        List<byte[]> woven = new ArrayList<>();
        for (String name : SLOW) {
            try (InputStream in = RealMatrix.class.getResourceAsStream(name + ".class")) {
                if (in != null) {
                    woven.add(NestedLoops.polling(in.readAllBytes()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return woven;
    }
}
