package gradflow.notes;

import gradflow.repl.engine.Engine;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops an engine that takes too long. */
final class Deadline implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "deadline");
        thread.setDaemon(true);
        return thread;
    });

    /** {@return what to cancel when the engine has ended by itself} */
    Future<?> set(Engine engine, long nanos) {
        return clock.schedule(engine::stop, Math.max(1, nanos), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
