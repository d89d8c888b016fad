package gradflow.repl.sample;

import java.util.concurrent.Semaphore;

/** Library code that takes its time, as seen from a snippet. */
public final class Loops {
    private static final Semaphore BEGUN = new Semaphore(0);
    private static volatile boolean released;
    private static volatile Thread last = Thread.currentThread();

    private Loops() {}

    /** A snippet says that it runs now. */
    public static void begin() {
        last = Thread.currentThread();
        released = false;
        BEGUN.release();
    }

    /** A test waits for it. */
    public static void awaitBegin() throws InterruptedException {
        BEGUN.acquire();
    }

    /** Polls, as the loops of the DSL do. */
    public static void polling() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        throw new IllegalStateException("cancelled");
    }

    /** Begins, and ends with what it has when it is interrupted, as a sweep does. */
    public static int sampling() {
        begin();
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return 7;
    }

    /** Hears nothing until a test releases it. */
    public static void deaf() {
        while (!released) {
            Thread.onSpinWait();
        }
    }

    public static void release() {
        released = true;
    }

    /** {@return the thread that ran the latest snippet} */
    public static Thread thread() {
        return last;
    }
}
