package gradflow.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the time should be: each product of a matrix takes max(operations/peak, bytes/bandwidth), with the bandwidth at which a
 * matrix of that size is read, between two measured ones by the logarithm of its size; what is done beside the products for each
 * step, each unit, each gate, each entry of a product of Jacobians takes what it takes in the jobs that calibrate it. All else
 * is predicted.
 */
final class Model {
    private static final int[] MATRICES = {64, 256, 1024, 4096};
    private static final int POINTS = 512;
    private static final Job SMALL = new Job("gradnorms", 4, 200);
    private static final Job MIDDLE = new Job("gradnorms", 64, 200);
    private static final Job FORWARD = new Job("forward", 64, 200);
    private static final Job BACKWARD = new Job("backward", 64, 200);
    private static final Job GATED = new Job("gru", 64, 200);
    private static final Job ENTRIES = new Job("product", 256, 20);

    /** Evaluations of σ and tanh for each unit of a step: an LSTM has tanh c beside its gates. */
    private static final int LSTM = 5;

    private static final int GRU = 3;

    /** What its constants are made of. */
    static final List<Job> CALIBRATION = calibration();

    /** What it is held against. */
    static final List<Job> CHECKED = List.of(
            new Job("gradnorms", 64, 2000),
            new Job("gradnorms", 128, 200),
            new Job("gradnorms", 256, 200),
            new Job("gradnorms", 512, 200),
            new Job("gradnorms", 1024, 200),
            new Job("lstm", 64, 200),
            new Job("lstm", 256, 200),
            new Job("gru", 256, 200),
            new Job("product", 64, 200),
            new Job("sweep", 64, 200),
            new Job("sweep2", 64, 200));

    private final Measurements measurements;
    private final double step;
    private final double unit;
    private final double unitForward;
    private final double unitBackward;
    private final double gate;
    private final double entry;

    private Model(Measurements measurements) {
        this.measurements = measurements;
        double small = measurements.cpu(SMALL) / SMALL.steps();
        double middle = measurements.cpu(MIDDLE) / MIDDLE.steps() - 2 * product(64, 64, 1);
        unit = (middle - small) / (MIDDLE.size() - SMALL.size());
        step = small - SMALL.size() * unit;
        unitForward = unitOf(FORWARD);
        unitBackward = unitOf(BACKWARD);
        int n = GATED.size();
        gate = (measurements.cpu(GATED) / GATED.steps() - 2 * product(GRU * n, n, 1) - step) / (GRU * n);
        n = ENTRIES.size();
        entry = (measurements.cpu(ENTRIES) / ENTRIES.steps() - n * product(n, n, 1)) / n / n;
    }

    private double unitOf(Job half) {
        int n = half.size();
        return (measurements.cpu(half) / half.steps() - product(n, n, 1)) / n;
    }

    private static List<Job> calibration() {
        List<Job> jobs = new ArrayList<>(List.of(SMALL, MIDDLE, FORWARD, BACKWARD, GATED, ENTRIES));
        for (int threads = 1; threads <= 2; threads++) {
            jobs.add(new Job("flops", POINTS, threads));
            for (int n : MATRICES) {
                jobs.add(new Job("read", n, threads));
            }
        }
        return jobs;
    }

    static String tables(Measurements measurements) {
        Model model = new Model(measurements);
        return model.constants() + "\n" + model.predictions();
    }

    /** {@return operations a second of each of so many threads} */
    private double peak(int threads) {
        return Machine.operations(POINTS) / perThread(new Job("flops", POINTS, threads));
    }

    /** {@return bytes a second that each of so many threads reads of an n×n matrix} */
    private double bandwidth(int n, int threads) {
        return Machine.bytes(n) / perThread(new Job("read", n, threads));
    }

    /** {@return the processor time of one thread, which on a busy machine is what the clock would say on a quiet one} */
    private double perThread(Job job) {
        return measurements.cpu(job) / job.steps();
    }

    /** {@return the seconds of a product of a rows×n matrix with a vector} */
    private double product(int rows, int n, int threads) {
        double bytes = 8.0 * rows * n;
        return Math.max(2.0 * rows * n / peak(threads), bytes / bandwidth(bytes, threads));
    }

    /** {@return bytes a second of a matrix that takes so many} */
    private double bandwidth(double bytes, int threads) {
        double size = Math.sqrt(bytes / 8);
        int k = 0;
        while (k + 2 < MATRICES.length && MATRICES[k + 1] < size) {
            k++;
        }
        double part = Math.log(size / MATRICES[k]) / Math.log((double) MATRICES[k + 1] / MATRICES[k]);
        double within = Math.max(0, Math.min(1, part));
        return (1 - within) * bandwidth(MATRICES[k], threads) + within * bandwidth(MATRICES[k + 1], threads);
    }

    /** {@return the predicted seconds of a job} */
    private double predicted(Job job) {
        int n = job.size();
        int steps = job.steps();
        return switch (job.name()) {
            case "gradnorms" -> steps * (2 * product(n, n, 1) + step + n * unit);
            case "lstm" -> steps * (2 * product(4 * n, n, 1) + step + LSTM * n * gate);
            case "gru" -> steps * (2 * product(GRU * n, n, 1) + step + GRU * n * gate);
            case "product" -> steps * n * (product(n, n, 1) + n * entry);
            case "sweep" -> sweep(n, steps, 1);
            case "sweep2" -> sweep(n, steps, 2) / 2;
            default -> Double.NaN;
        };
    }

    /** Forward once for all lengths, back once for each, without a look at what comes between. */
    private double sweep(int n, int steps, int threads) {
        double forward = product(n, n, threads) + n * unitForward;
        double back = product(n, n, threads) + n * unitBackward;
        return Sweep.POINTS * steps * (forward + back * (Sweep.LENGTHS + 1) / 2);
    }

    private String constants() {
        StringBuilder text = new StringBuilder("| measured here | one thread | each of two |\n|---|---|---|\n");
        constant(text, "multiplications and additions", peak(1) / 1e9, peak(2) / 1e9, "GFLOP/s");
        for (int n : MATRICES) {
            String bytes = n < 128 ? 8 * n * n / 1024 + " KiB" : Spread.digits(n * n / 131072.0) + " MiB";
            constant(
                    text,
                    "rows of a " + n + "×" + n + " matrix, " + bytes,
                    bandwidth(n, 1) / 1e9,
                    bandwidth(n, 2) / 1e9,
                    "GB/s");
        }
        constant(text, "a step, beside its products", step * 1e9, Double.NaN, "ns");
        constant(text, "a unit in a step, beside its products", unit * 1e9, Double.NaN, "ns");
        constant(text, "of which on the way forward", unitForward * 1e9, Double.NaN, "ns");
        constant(text, "of which on the way back", unitBackward * 1e9, Double.NaN, "ns");
        constant(text, "a gate of a unit in a step, beside its products", gate * 1e9, Double.NaN, "ns");
        constant(text, "an entry of a product of Jacobians, beside its products", entry * 1e9, Double.NaN, "ns");
        return text.toString();
    }

    private static void constant(StringBuilder text, String what, double one, double two, String unit) {
        text.append("| ")
                .append(what)
                .append(" | ")
                .append(Spread.digits(one))
                .append(" ")
                .append(unit);
        text.append(" | ")
                .append(Double.isNaN(two) ? "" : Spread.digits(two) + " " + unit)
                .append(" |\n");
    }

    private String predictions() {
        StringBuilder text = new StringBuilder("| what | model | measured | model / measured |\n|---|---|---|---|\n");
        for (Job job : CHECKED) {
            Row row = Rows.named(job);
            boolean clock = job.name().equals("sweep2");
            double took = clock ? measurements.wall(job) : measurements.cpu(job);
            double said = predicted(job);
            text.append("| ")
                    .append(row.what())
                    .append(clock ? ", on the clock" : "")
                    .append(" | ");
            text.append(Spread.of(List.of(row.times() * said)).asTime()).append(" | ");
            text.append(Spread.of(List.of(row.times() * took)).asTime()).append(" | ");
            text.append(Spread.digits(said / took)).append(" |\n");
        }
        return text.toString();
    }
}
