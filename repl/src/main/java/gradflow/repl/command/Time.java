package gradflow.repl.command;

import gradflow.repl.engine.Outcome;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Measures how long an expression takes: once, and then as often as fits into a second. */
record Time() implements Command {
    private static final long BUDGET = 1_000_000_000L;
    private static final int MOST_RUNS = 1000;
    private static final int FEW = 3;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double QUARTER = 0.25;

    /** What was measured, in nanoseconds. */
    private record Measured(long firstWall, long firstCpu, List<Long> sorted) {

        /** {@return the run that so large a share of the others doesn't exceed} */
        long at(double share) {
            return sorted.get((int) Math.round(share * (sorted.size() - 1)));
        }
    }

    @Override
    public String name() {
        return "/time";
    }

    @Override
    public String purpose() {
        return "how long: /time rnn().unroll(9)";
    }

    @Override
    public boolean takesExpression() {
        return true;
    }

    @Override
    public String run(Surroundings prompt, String argument) {
        String code = prompt.values().wording(argument.replaceAll(";\\s*$", "")).java();
        if (code.isEmpty()) {
            return "/time: what? for example: /time rnn().unroll(500).gradNorms()";
        }
        Outcome task = prompt.engine().evalAside("(java.util.concurrent.Callable<?>) () -> (" + code + ")", "time");
        if (!(task instanceof Outcome.Value value) || !(value.value() instanceof Callable<?> callable)) {
            // Not an expression: running it shows what it is, or what is wrong with it.
            boolean unused = prompt.answer(code);
            return "";
        }
        Outcome outcome = prompt.call(() -> measure(callable));
        if (outcome instanceof Outcome.Value done && done.value() instanceof Measured measured) {
            return text(measured);
        }
        prompt.show(outcome);
        return "";
    }

    private static Measured measure(Callable<?> task) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        Object unused = task.call();
        long wall = System.nanoTime() - begin;
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        List<Long> runs = new ArrayList<>();
        while (runs.size() < MOST_RUNS && System.nanoTime() - begin < BUDGET) {
            long start = System.nanoTime();
            Object unusedToo = task.call();
            runs.add(System.nanoTime() - start);
        }
        Collections.sort(runs);
        return new Measured(wall, cpu, runs);
    }

    private static String text(Measured measured) {
        String first = "first run: " + millis(measured.firstWall()) + " wall, " + millis(measured.firstCpu()) + " CPU";
        int runs = measured.sorted().size();
        return runs < FEW
                ? first
                : first + "\n" + runs + " more: median " + millis(measured.at(0.5)) + ", half of them within "
                        + millis(measured.at(QUARTER)) + " and " + millis(measured.at(1 - QUARTER));
    }

    private static String millis(long nanos) {
        double millis = nanos / NANOS_A_MILLI;
        return String.format(Locale.ROOT, millis < 10 ? "%.3f ms" : "%.0f ms", millis);
    }
}
