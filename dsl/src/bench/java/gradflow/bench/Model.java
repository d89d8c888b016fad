package gradflow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the time should be: each product of a matrix takes max(operations/peak, bytes/bandwidth), with the bandwidth of the
 * level of memory that holds the matrix; what is done for each step and each unit beside the products takes what it takes
 * in the two small networks that calibrate it. All else is predicted.
 */
final class Model {
    private static final int[] MATRICES = {64, 256, 1024, 4096};
    private static final Job SMALL = new Job("gradnorms", 4, 200);
    private static final Job MIDDLE = new Job("gradnorms", 64, 200);

    private final Map<Job, Figures> measured;
    private final double step;
    private final double unit;

    Model(Map<Job, Figures> measured) {
        this.measured = measured;
        double small = seconds(SMALL) / SMALL.steps();
        double middle = seconds(MIDDLE) / MIDDLE.steps() - 2 * product(64, 64, 1);
        unit = (middle - small) / (MIDDLE.size() - SMALL.size());
        step = small - SMALL.size() * unit;
    }

    /** {@return what has to be measured for it} */
    static List<Job> jobs() {
        List<Job> jobs = new ArrayList<>(List.of(SMALL, MIDDLE));
        for (int threads = 1; threads <= 2; threads++) {
            jobs.add(new Job("flops", 512, threads));
            for (int n : MATRICES) {
                jobs.add(new Job("read", n, threads));
            }
        }
        return jobs;
    }

    private double seconds(Job job) {
        return measured.get(job).cpu().median();
    }

    /** {@return operations a second of one of so many threads} */
    private double peak(int threads) {
        return Machine.operations(512)
                / measured.get(new Job("flops", 512, threads)).wall().median();
    }

    /** {@return bytes a second that one of so many threads reads of an n×n matrix} */
    private double bandwidth(int n, int threads) {
        return Machine.bytes(n)
                / measured.get(new Job("read", n, threads)).wall().median();
    }

    /** {@return the seconds of a product of a rows×n matrix with a vector} */
    private double product(int rows, int n, int threads) {
        double bytes = 8.0 * rows * n;
        int home = MATRICES[0];
        for (int size : MATRICES) {
            home = 8.0 * size * size <= bytes ? size : home;
        }
        return Math.max(2.0 * rows * n / peak(threads), bytes / bandwidth(home, threads));
    }

    /** {@return the predicted seconds of a job, if the model knows it} */
    private Optional<Double> predicted(Job job) {
        int n = job.size();
        int steps = job.steps();
        return switch (job.name()) {
            case "gradnorms" -> Optional.of(steps * (2 * product(n, n, 1) + step + n * unit));
            case "lstm" -> Optional.of(steps * (2 * product(4 * n, n, 1) + step + 5 * n * unit));
            case "gru" -> Optional.of(steps * (2 * product(3 * n, n, 1) + step + 3 * n * unit));
            case "product" -> Optional.of(steps * n * product(n, n, 1));
            case "sweep" -> Optional.of(sweep(n, steps, 1));
            case "sweep2" -> Optional.of(sweep(n, steps, 2) / 2);
            default -> Optional.empty();
        };
    }

    /** Half of a step is forward, once for all lengths; the other is back, once for each. */
    private double sweep(int n, int steps, int threads) {
        double half = product(n, n, threads) + (step + n * unit) / 2;
        double back = steps * (Sweep.LENGTHS + 1) / 2.0;
        return Sweep.POINTS * (steps + back) * half;
    }

    String constants() {
        StringBuilder text = new StringBuilder("| | one thread | each of two |\n|---|---|---|\n");
        text.append("| arithmetic, multiplications and additions | ")
                .append(Spread.digits(peak(1) / 1e9))
                .append(" GFLOP/s | ")
                .append(Spread.digits(peak(2) / 1e9))
                .append(" GFLOP/s |\n");
        for (int n : MATRICES) {
            text.append("| rows of a ").append(n).append("×").append(n).append(" matrix, ");
            text.append(n < 128 ? 8 * n * n / 1024 + " KiB" : 8L * n * n / 1048576.0 + " MiB");
            text.append(" | ").append(Spread.digits(bandwidth(n, 1) / 1e9)).append(" GB/s | ");
            text.append(Spread.digits(bandwidth(n, 2) / 1e9)).append(" GB/s |\n");
        }
        return text.append("| a step, beside its products | ")
                .append(Spread.digits(step * 1e9))
                .append(" ns | |\n| a unit in a step, likewise | ")
                .append(Spread.digits(unit * 1e9))
                .append(" ns | |\n")
                .toString();
    }

    /** {@return prediction beside measurement; of work on two threads, on the clock} */
    String table(List<Row> rows) {
        StringBuilder text = new StringBuilder("| what | model | measured | model/measured |\n|---|---|---|---|\n");
        for (Row row : rows) {
            predicted(row.job()).filter(s -> !row.job().equals(MIDDLE)).ifPresent(seconds -> {
                Figures figures = measured.get(row.job());
                double took = (row.job().name().equals("sweep2") ? figures.wall() : figures.cpu()).median();
                text.append("| ").append(row.what()).append(" | ");
                text.append(Spread.of(List.of(row.times() * seconds)).asTime()).append(" | ");
                text.append(Spread.of(List.of(row.times() * took)).asTime()).append(" | ");
                text.append(Spread.digits(seconds / took)).append(" |\n");
            });
        }
        return text.toString();
    }
}
