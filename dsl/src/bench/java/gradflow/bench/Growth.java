package gradflow.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** How the time of a gradient, forward and back, grows with H and T: exponents between neighbours, and fitted. */
final class Growth {
    /** With H at T = 200. */
    static final List<Job> UNITS = IntStream.of(4, 8, 16, 32, 64, 128, 256, 512, 1024)
            .mapToObj(n -> new Job("gradnorms", n, 200))
            .toList();

    /** With T at H = 64. */
    static final List<Job> STEPS = IntStream.of(20, 200, 2_000, 20_000)
            .mapToObj(steps -> new Job("gradnorms", 64, steps))
            .toList();

    /** Below it a step costs more than its products. */
    private static final int LARGE = 64;

    private Growth() {}

    static String tables(Measurements measurements) {
        return table("H", "T = 200", UNITS, Job::size, measurements) + "\nTime ∝ "
                + fitted("H", UNITS, Job::size, measurements) + " over all of them, "
                + fitted("H", UNITS.stream().filter(job -> job.size() >= LARGE).toList(), Job::size, measurements)
                + " from H = " + LARGE + " on.\n\n"
                + table("T", "H = 64", STEPS, Job::steps, measurements) + "\nTime ∝ "
                + fitted("T", STEPS, Job::steps, measurements) + ".\n";
    }

    private static String table(
            String letter, String fixed, List<Job> jobs, ToIntFunction<Job> size, Measurements measurements) {
        StringBuilder text = new StringBuilder(
                "| " + letter + ", " + fixed + " | CPU | exponent since the line above |\n|---|---|---|\n");
        for (int k = 0; k < jobs.size(); k++) {
            text.append("| ").append(size.applyAsInt(jobs.get(k))).append(" | ");
            text.append(measurements
                    .of(jobs.get(k))
                    .map(figures -> figures.cpu().asTime())
                    .orElse("failed"));
            text.append(" | ").append(k == 0 ? "" : exponent(jobs.subList(k - 1, k + 1), size, measurements));
            text.append(" |\n");
        }
        return text.toString();
    }

    private static String fitted(String letter, List<Job> jobs, ToIntFunction<Job> size, Measurements measurements) {
        return letter + "^" + exponent(jobs, size, measurements);
    }

    /** {@return the slope of the line of least squares through the logarithms} */
    private static String exponent(List<Job> jobs, ToIntFunction<Job> size, Measurements measurements) {
        double[] x =
                jobs.stream().mapToDouble(job -> Math.log(size.applyAsInt(job))).toArray();
        double[] y = jobs.stream()
                .mapToDouble(job -> Math.log(measurements.cpu(job)))
                .toArray();
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int k = 0; k < x.length; k++) {
            products += (x[k] - meanX) * (y[k] - meanY);
            squares += (x[k] - meanX) * (x[k] - meanX);
        }
        return Spread.digits(products / squares);
    }
}
