package gradflow.repl.terminal;

import gradflow.repl.engine.Engine;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** The engine, which starts while the prompt is already there. Whoever needs it waits. */
final class EngineToCome implements Supplier<Engine> {
    private final Future<Engine> future;
    private volatile boolean awaited;

    EngineToCome(Future<Engine> future) {
        this.future = future;
    }

    /** An interrupt signal doesn't end the wait, but stays to be seen after it. */
    @Override
    public Engine get() {
        awaited = true;
        return whenThere();
    }

    /** {@return whether a person has entered what needs the engine} */
    boolean isAwaited() {
        return awaited;
    }

    /** {@return the engine, for work that a person doesn't wait for} */
    Engine whenThere() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new NoEngine("the Java engine did not start: " + e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nothing can be evaluated. */
    static final class NoEngine extends IllegalStateException {
        NoEngine(String message) {
            super(message);
        }
    }
}
