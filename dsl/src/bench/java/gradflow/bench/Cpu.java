package gradflow.bench;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * The processor time of this process: all threads, the garbage collector's and the compilers' too. Asked of the system
 * itself, since Java tells it in steps of 10 ms.
 */
final class Cpu {
    private static final int CLOCK = Platform.isMac() ? 12 : 2;
    private static final LibC LIBC = Native.load("c", LibC.class);

    private Cpu() {}

    private interface LibC extends Library {
        int clock_gettime(int clock, long[] secondsAndNanoseconds);
    }

    /** {@return seconds since the start of the process} */
    static double seconds() {
        long[] time = new long[2];
        if (LIBC.clock_gettime(CLOCK, time) != 0) {
            throw new IllegalStateException("this system doesn't tell a process's time");
        }
        return time[0] + time[1] / 1e9;
    }
}
