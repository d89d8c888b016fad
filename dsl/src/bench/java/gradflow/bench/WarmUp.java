package gradflow.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * Does work over and over until the compiler has left it alone for a while. On a busy machine the compiler is late, and its
 * processor time counts: a fixed time would be too short there and too long elsewhere.
 */
final class WarmUp {
    /** Seconds of processor time without news from the compiler. */
    private static final double CALM = 0.5;

    /** Seconds of processor time after which it is enough anyway. */
    private static final double MOST = 5;

    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private WarmUp() {}

    /** {@return what the last call took} */
    static Peer.Taken until(Work work) {
        double start = Cpu.seconds();
        double news = start;
        long compiled = compiled();
        double now = start;
        double before;
        long clock;
        double answer;
        int calls = 0;
        do {
            before = now;
            clock = System.nanoTime();
            answer = work.call();
            calls++;
            now = Cpu.seconds();
            if (compiled() > compiled) {
                compiled = compiled();
                news = now;
            }
        } while ((calls < 3 || now - news < CALM) && now - start < MOST);
        return new Peer.Taken((System.nanoTime() - clock) / 1e9, now - before, answer);
    }

    /** {@return milliseconds; 0 throughout where nobody counts them} */
    private static long compiled() {
        return COMPILER != null && COMPILER.isCompilationTimeMonitoringSupported()
                ? COMPILER.getTotalCompilationTime()
                : 0;
    }
}
