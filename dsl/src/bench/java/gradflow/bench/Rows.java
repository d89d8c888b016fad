package gradflow.bench;

import static gradflow.bench.Goal.least;
import static gradflow.bench.Goal.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows and their goals. */
final class Rows {
    private static final String TEXTBOOK = "PyTorch by the textbook";
    private static final String BEST = "PyTorch by hand";
    private static final String DJL_TEXTBOOK = "PyTorch 2 from Java, by the textbook";
    private static final String DJL_BEST = "PyTorch 2 from Java, by hand";
    private static final String NUMPY = "NumPy";
    private static final String COMMONS = "commons-math3";

    private Rows() {}

    static List<Row> compared() {
        List<Row> rows = new ArrayList<>(List.of(
                new Row(
                        "sentence 4 20",
                        "the first line of the README, drawing included",
                        false,
                        shown("python textbook", TEXTBOOK)),
                norms(4, 20, true, 150, 30, 25, true),
                norms(64, 200, true, 12, 2.3, 2, true),
                new Row(
                        "gradnorms 64 2000",
                        "gradient norms, H = 64, T = 2000",
                        false,
                        least(1 / 1.2, "own gradnorms 64 200 10", "ours at T = 200, times 10"),
                        shown("python textbook", TEXTBOOK),
                        shown("python best", BEST),
                        shown("python numpy", NUMPY)),
                norms(256, 200, true, 5, 0.75, 0.75, false),
                norms(1024, 20, false, Double.NaN, Double.NaN, Double.NaN, false),
                norms(1024, 200, true, 4, 0.55, 0.55, false)));
        for (int n : new int[] {64, 256, 1024}) {
            rows.add(new Row(
                    "weights " + n + " 200",
                    "with ∂L/∂W and contributions, H = " + n + ", T = 200",
                    n == 64,
                    least(5, "python textbook", TEXTBOOK),
                    shown("python best", BEST),
                    shown("python numpy", NUMPY),
                    least(1 / 1.8, "own gradnorms " + n + " 200 1", "ours, norms alone")));
        }
        for (String cell : new String[] {"lstm", "gru"}) {
            rows.add(gated(cell, 64, true, 8, 2.5));
            rows.add(gated(cell, 256, false, 4.5, 0.6));
        }
        rows.add(new Row(
                "sweep 64 200",
                "64,000 runs, H = 64, T = 5..200",
                true,
                least(40, "python textbook", TEXTBOOK),
                least(1, "python best", "PyTorch, one batch, all lengths at once")));
        rows.add(new Row(
                "sweep2 64 200",
                "the same on 2 threads",
                true,
                new Goal("own sweep 64 200 " + Sweep.PROJECTED, "ours on 1", 1.6, true)));
        rows.add(new Row(
                "product 64 200", "Jacobian product, n = 64, T = 200", true, least(0.15, "python numpy", NUMPY)));
        rows.add(new Row(
                "product 256 20", "Jacobian product, n = 256, T = 20", false, least(0.15, "python numpy", NUMPY)));
        rows.add(new Row(
                "everystep 64 20",
                "singular values of ∂h_T/∂h_t at every t, n = 64, T = 20",
                true,
                least(5, "python textbook", "functional.jacobian at each t, svdvals"),
                shown("python best", "functional.jacobian once, svdvals"),
                least(0.12, "python numpy", NUMPY)));
        rows.add(
                new Row("lyapunov 64 200", "Lyapunov exponents, n = 64, T = 200", false, shown("python numpy", NUMPY)));
        rows.add(
                new Row("lyapunov 256 20", "Lyapunov exponents, n = 256, T = 20", false, shown("python numpy", NUMPY)));
        for (int n : new int[] {64, 256}) {
            rows.add(new Row(
                    "svd " + n + " 1",
                    "singular values, n = " + n,
                    false,
                    shown("python numpy", NUMPY),
                    shown("commons", COMMONS)));
        }
        for (int n : new int[] {64, 256, 512}) {
            rows.add(new Row(
                    "radius " + n + " 1",
                    "spectral radius, n = " + n,
                    false,
                    shown("python numpy", NUMPY),
                    shown("commons", COMMONS)));
        }
        rows.add(new Row(
                "radius 1024 1",
                "spectral radius, n = 1024",
                false,
                least(1, "limit 1", "one second"),
                shown("python numpy", NUMPY),
                shown("commons", COMMONS)));
        rows.add(new Row(
                "tanh 4096 1",
                "tanh and tanh′ of 4096 numbers",
                true,
                least(3, "math", "Math.tanh alone"),
                shown("python numpy", "NumPy's tanh alone")));
        return rows;
    }

    /** {@return those with a goal that take less time, PyTorch from Java in the smallest alone: it takes seconds to load in each} */
    static List<Row> quick() {
        return compared().stream()
                .filter(Row::quick)
                .map(row -> row.job().size() == 4 ? row : row.without("djl"))
                .toList();
    }

    private static Row norms(
            int n, int steps, boolean quick, double textbook, double best, double numpy, boolean commons) {
        List<Goal> goals = new ArrayList<>(List.of(
                least(textbook, "python textbook", TEXTBOOK),
                least(best, "python best", BEST),
                least(numpy, "python numpy", NUMPY)));
        if (steps == 20 || n < 1024) {
            goals.add(shown("djl textbook", DJL_TEXTBOOK));
        }
        goals.add(shown("djl best", DJL_BEST));
        if (commons) {
            goals.add(shown("commons", COMMONS));
        }
        Job job = new Job("gradnorms", n, steps);
        return new Row(job, norms(job), 1, quick, List.copyOf(goals));
    }

    private static Row gated(String cell, int n, boolean quick, double textbook, double numpy) {
        return new Row(
                cell + " " + n + " 200",
                cell.toUpperCase(Locale.ROOT) + ", gradient norms, H = " + n + ", T = 200",
                quick,
                least(textbook, "python textbook", TEXTBOOK),
                least(numpy, "python numpy", NUMPY));
    }

    /** {@return the row of a job, one without goals if there is none} */
    static Row named(Job job) {
        return compared().stream()
                .filter(row -> row.job().equals(job))
                .findFirst()
                .orElse(new Row(job.toString(), job.name().equals("gradnorms") ? norms(job) : job.toString(), true));
    }

    private static String norms(Job job) {
        return "gradient norms, H = " + job.size() + ", T = " + job.steps();
    }
}
