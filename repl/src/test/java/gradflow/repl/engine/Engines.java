package gradflow.repl.engine;

import java.time.Duration;
import java.util.List;

/** Engines for tests: with plain Java and the sample classes. */
public final class Engines {
    public static final List<String> IMPORTS = List.of(
            "import java.util.*;",
            "import java.util.function.*;",
            "import java.util.stream.*;",
            "import org.apache.commons.math3.linear.*;",
            "import gradflow.repl.sample.*;",
            "import static gradflow.repl.sample.Chain.*;");

    private Engines() {}

    public static Engine plain() {
        return Engine.start(new EngineOptions(IMPORTS, Duration.ofSeconds(1)));
    }
}
