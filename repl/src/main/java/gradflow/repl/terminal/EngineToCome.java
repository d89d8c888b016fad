package gradflow.repl.terminal;

import gradflow.repl.engine.Engine;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The engine, which starts while the prompt is already there. Whoever needs it waits. */
final class EngineToCome implements Supplier<Engine> {
    private final Future<Engine> future;

    EngineToCome(Future<Engine> future) {
        this.future = future;
    }

    @Override
    public Engine get() {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new NoEngine("the Java engine did not start: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoEngine("the Java engine was not waited for");
        }
    }

    /** Nothing can be evaluated. */
    static final class NoEngine extends IllegalStateException {
        NoEngine(String message) {
            super(message);
        }
    }
}
