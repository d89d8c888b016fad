package gradflow.repl.terminal;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingDeque;

/** Runs tasks on a thread of its own, the latest first: what is being typed now matters most. */
final class LatestFirst implements Executor {
    private final BlockingDeque<Runnable> tasks = new LinkedBlockingDeque<>();
    private boolean begun;

    @Override
    public synchronized void execute(Runnable task) {
        tasks.addFirst(task);
        if (!begun) {
            begun = true;
            Thread thread = new Thread(this::go, "insight");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void go() {
        try {
            while (true) {
                tasks.takeFirst().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
