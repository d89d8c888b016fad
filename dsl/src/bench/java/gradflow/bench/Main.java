package gradflow.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures, and writes the tables as Markdown.
 *
 * <pre>
 * Main [--quick] [comparison] [growth] [model] [JOB...]
 * </pre>
 *
 * <p>Without a part or a job it does all three; with --quick, the quick rows of the comparison. A job, as "gradnorms 64 200",
 * is measured with its peers if it is a row of the comparison, else alone.
 */
public final class Main {
    private static final String QUICK = "--quick";
    private static final String COMPARISON = "comparison";
    private static final String GROWTH = "growth";
    private static final String MODEL = "model";

    private Main() {}

    /** Runs; the exit status is 1 if something failed or a peer came to another answer. */
    public static void main(String[] args) {
        List<String> asked = new ArrayList<>(List.of(args));
        boolean quick = asked.remove(QUICK);
        if (asked.isEmpty()) {
            asked.addAll(quick ? List.of(COMPARISON) : List.of(COMPARISON, GROWTH, MODEL));
        }
        boolean comparison = asked.remove(COMPARISON);
        boolean growth = asked.remove(GROWTH);
        boolean model = asked.remove(MODEL);

        List<Row> rows = new ArrayList<>();
        if (comparison) {
            rows.addAll(quick ? Rows.quick() : Rows.compared());
        }
        asked.forEach(job -> rows.add(Rows.named(Job.of(job))));
        List<Job> alone = new ArrayList<>();
        if (growth) {
            alone.addAll(Growth.UNITS);
            alone.addAll(Growth.STEPS);
        }
        if (model) {
            alone.addAll(Model.CALIBRATION);
            alone.addAll(Model.CHECKED);
        }

        Measurements measurements = new Measurements(quick);
        measurements.take(rows, alone);
        if (!rows.isEmpty()) {
            System.out.println("## Kernels\n\n" + Comparison.table(rows, measurements));
        }
        if (growth) {
            System.out.println("## How cost grows\n\n" + Growth.tables(measurements));
        }
        if (model) {
            System.out.println("## A model of other machines\n\n" + Model.tables(measurements));
        }
        System.out.print(About.text(quick));
        System.exit(measurements.complete() && Comparison.agree(rows, measurements) ? 0 : 1);
    }
}
