package gradflow.repl.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One run of a person's code, in a thread of its own, that can be stopped or, at worst, left behind. */
final class Run {
    private static final long POLL_MILLIS = 50;

    private final StopToken token = new StopToken();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final CountDownLatch overOrStopped = new CountDownLatch(1);
    private final SnippetHost host;
    private final RunThread thread;
    private volatile Ended ended = new Ended.Cut(true);

    Run(Task task, SnippetHost host, ClassLoader classes) {
        this.host = host;
        thread = new RunThread(() -> finish(task), token, classes);
    }

    /** What is run. */
    interface Task {
        @Nullable
        Object run() throws Throwable;
    }

    // Everything that is thrown is the person's own to see, an OutOfMemoryError as well.
    private void finish(Task task) {
        try {
            ended = new Ended.Returned(task.run());
        } catch (Throwable thrown) {
            ended = new Ended.Threw(thrown);
        } finally {
            boolean unused = over.complete(null);
            overOrStopped.countDown();
        }
    }

    /** Runs to the end or, once stopped, for no longer than the grace. */
    Ended await(Duration grace) {
        host.follow(token);
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            return new Ended.Threw(noThread);
        }
        try {
            overOrStopped.await();
        } catch (InterruptedException e) {
            // Whoever interrupts the thread that waits wants the prompt back.
            stop();
        }
        if (!token.stopped()) {
            return ended;
        }
        if (!endsWithin(grace)) {
            return new Ended.Cut(true);
        }
        return ended instanceof Ended.Returned returned && returned.value() != null
                ? new Ended.Kept(returned.value())
                : new Ended.Cut(false);
    }

    // Nothing relies on the low priority; it only leaves more of the machine to what the person does next.
    @SuppressWarnings("ThreadPriorityCheck")
    private boolean endsWithin(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                over.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                continue;
            } catch (TimeoutException notYet) {
                // Below.
            }
            // Again and again: library code may swallow an interrupt and go on waiting.
            thread.interrupt();
        }
        thread.setPriority(Thread.MIN_PRIORITY);
        return false;
    }

    /** {@return what is done as soon as nothing of it runs any more} */
    CompletableFuture<Void> over() {
        return over;
    }

    /** Asks for the end; returns at once. */
    void stop() {
        token.stop();
        thread.interrupt();
        overOrStopped.countDown();
    }
}
