package gradflow.model;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

final class Allocations {
    private Allocations() {}

    /** {@return the bytes that this thread allocates in a call} */
    static long during(Runnable call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        call.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
