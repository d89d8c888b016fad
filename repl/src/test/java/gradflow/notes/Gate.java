package gradflow.notes;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Lets a block hold up the weaving until a test has done something; and says that it is there. */
public final class Gate {
    static final AtomicReference<CountDownLatch> REACHED = new AtomicReference<>(new CountDownLatch(1));
    static final AtomicReference<CountDownLatch> OPEN = new AtomicReference<>(new CountDownLatch(1));
    static final AtomicReference<Thread> LEFT = new AtomicReference<>();

    private Gate() {}

    public static void pass() throws InterruptedException {
        REACHED.get().countDown();
        OPEN.get().await();
    }

    public static void leave(Thread thread) {
        LEFT.set(thread);
    }
}
