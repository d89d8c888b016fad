package gradflow.repl.sample;

/** Loops as a library has them, which know nothing of interrupts. */
public final class Nested {
    private Nested() {}

    /** One loop: Σ i. */
    public static long single(int n) {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            sum += i;
        }
        return sum;
    }

    /** A loop in a loop: n². */
    public static long pairs(int n) {
        long sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum++;
            }
        }
        return sum;
    }

    /** A loop in an iteration without an end of its own, which some matrices never leave. */
    public static long iteration(boolean converges) {
        long turns = 0;
        while (true) {
            int i = 0;
            do {
                i++;
            } while (i < 3);
            turns += i;
            if (converges) {
                return turns;
            }
        }
    }
}
