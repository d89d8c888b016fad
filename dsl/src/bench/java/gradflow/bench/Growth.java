package gradflow.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** How time grows: local exponents between neighbours, and one fitted to all. */
final class Growth {
    private Growth() {}

    static String table(String letter, List<Job> jobs, ToIntFunction<Job> size, Map<Job, Figures> measured) {
        StringBuilder text =
                new StringBuilder("| " + letter + " | CPU | exponent from the line above |\n|---|---|---|\n");
        double[] x =
                jobs.stream().mapToDouble(job -> Math.log(size.applyAsInt(job))).toArray();
        double[] y = jobs.stream()
                .mapToDouble(job -> Math.log(measured.get(job).cpu().median()))
                .toArray();
        for (int k = 0; k < x.length; k++) {
            text.append("| ")
                    .append(size.applyAsInt(jobs.get(k)))
                    .append(" | ")
                    .append(measured.get(jobs.get(k)).cpu().asTime())
                    .append(" | ")
                    .append(k == 0 ? "" : Spread.digits((y[k] - y[k - 1]) / (x[k] - x[k - 1])))
                    .append(" |\n");
        }
        return text + "\nFitted to all: time ∝ " + letter + "^" + Spread.digits(slope(x, y)) + ".\n";
    }

    /** {@return the slope of the line of least squares} */
    private static double slope(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int k = 0; k < x.length; k++) {
            products += (x[k] - meanX) * (y[k] - meanY);
            squares += (x[k] - meanX) * (x[k] - meanX);
        }
        return products / squares;
    }
}
