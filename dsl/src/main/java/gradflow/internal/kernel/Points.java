package gradflow.internal.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Independent points of a sweep on several threads. A point is computed by one thread alone, so that results don't depend
 * on how many there are; they come back in the order of the points.
 */
public final class Points {
    private Points() {}

    /**
     * {@return f(0), …, f(count − 1), on as many threads as there are processors}
     *
     * @throws CancelledRun if the current thread is interrupted; the others stop too
     */
    public static <T> List<T> map(int count, IntFunction<T> f) {
        return map(count, Runtime.getRuntime().availableProcessors(), f);
    }

    /**
     * {@return the same on so many threads} What f throws at the first point that fails is thrown here.
     *
     * @throws CancelledRun if the current thread is interrupted; the others stop too
     */
    public static <T> List<T> map(int count, int threads, IntFunction<T> f) {
        if (threads == 1 || count <= 1) {
            List<T> results = new ArrayList<>(count);
            for (int k = 0; k < count; k++) {
                Interrupts.poll();
                results.add(f.apply(k));
            }
            return results;
        }
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(threads, count), work -> {
            Thread thread = new Thread(work, "gradflow sweep");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> pending = new ArrayList<>(count);
            for (int k = 0; k < count; k++) {
                int point = k;
                pending.add(workers.submit(() -> f.apply(point)));
            }
            List<T> results = new ArrayList<>(count);
            for (Future<T> future : pending) {
                results.add(result(future));
            }
            return results;
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledRun();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            // An IntFunction throws nothing that is checked.
            throw (RuntimeException) e.getCause();
        }
    }
}
