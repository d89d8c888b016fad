package gradflow.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures and writes the page's tables, as Markdown.
 *
 * <pre>
 * Main [--quick] [JOB...]     JOB as "gradnorms 64 200": that row alone, or work that is no row
 * </pre>
 */
public final class Main {
    private final boolean quick;
    private final List<String> only;
    private final Map<Job, Figures> measured = new LinkedHashMap<>();

    private Main(boolean quick, List<String> only) {
        this.quick = quick;
        this.only = only;
    }

    /** Runs. */
    public static void main(String[] args) throws RunnerException {
        List<String> only = new ArrayList<>(List.of(args));
        boolean quick = only.remove("--quick");
        System.exit(new Main(quick, only).run() ? 0 : 1);
    }

    private boolean run() throws RunnerException {
        List<Row> rows = only.isEmpty()
                ? Rows.compared().stream().filter(row -> !quick || row.quick()).toList()
                : only.stream().map(job -> Rows.named(Job.of(job))).toList();
        boolean whole = only.isEmpty() && !quick;
        Set<Job> alone = new LinkedHashSet<>();
        if (whole) {
            alone.addAll(Rows.growingUnits());
            alone.addAll(Rows.growingSteps());
            alone.addAll(Model.jobs());
        }
        rows.forEach(row -> alone.remove(row.job()));
        int count = rows.size() + alone.size();
        for (Row row : rows) {
            say(count, row.job());
            measure(row.job(), row.goals().stream().map(Goal::way).collect(Collectors.joining(",")));
        }
        for (Job job : alone) {
            say(count, job);
            measure(job, "");
        }
        if (System.console() != null) {
            System.err.print("\r\033[K");
        }
        System.out.println(Comparison.table(rows, measured));
        if (whole) {
            System.out.println(Growth.table("H", Rows.growingUnits(), Job::size, measured));
            System.out.println(Growth.table("T", Rows.growingSteps(), Job::steps, measured));
            Model model = new Model(measured);
            System.out.println(model.constants());
            System.out.println(model.table(rows));
        }
        System.out.println(About.text(quick));
        return Comparison.agree(rows, measured);
    }

    private void say(int count, Job job) {
        if (System.console() != null) {
            System.err.printf("\r\033[Krow %d of %d: %s", measured.size() + 1, count, job);
        }
    }

    private void measure(Job job, String ways) throws RunnerException {
        List<String> options = new ArrayList<>(
                List.of("-XX:+UseSerialGC", "-Dslf4j.internal.verbosity=ERROR", "-D" + Interleaving.WAYS + "=" + ways));
        String socket = System.getProperty(PythonLine.SOCKET);
        if (socket != null) {
            options.add("-D" + PythonLine.SOCKET + "=" + socket);
        }
        TimeValue iteration = TimeValue.milliseconds(quick ? 150 : 250);
        ChainedOptionsBuilder chosen = new OptionsBuilder()
                .include("^" + Kernels.class.getName() + ".ours$")
                .param("job", job.toString())
                .addProfiler(Interleaving.class)
                .forks(quick ? 1 : 2)
                .warmupIterations(2)
                .warmupTime(iteration)
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(iteration)
                .jvmArgsAppend(options.toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        measured.put(job, Figures.of(new Runner(chosen.build()).run()));
    }
}
