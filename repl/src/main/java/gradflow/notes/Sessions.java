package gradflow.notes;

import gradflow.repl.engine.Engine;
import gradflow.repl.engine.EngineOptions;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** The engines of one note, one a session. */
final class Sessions implements AutoCloseable {
    private final Map<String, Engine> engines = new HashMap<>();
    private final EngineOptions options;

    Sessions(PrintStream console) {
        options = EngineOptions.standard().contained(console);
    }

    Engine named(String session) {
        return engines.computeIfAbsent(session, name -> Engine.start(options));
    }

    Iterable<Engine> all() {
        return engines.values();
    }

    @Override
    public void close() {
        engines.values().forEach(Engine::close);
    }
}
