package gradflow.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What was measured, job by job, each in processes of its own. */
final class Measurements {
    /** The system property that asks for a line about what is going on. */
    private static final boolean TOLD = Boolean.getBoolean("gradflow.bench.told");

    private final boolean quick;
    private final Map<Job, Optional<Figures>> taken = new HashMap<>();

    Measurements(boolean quick) {
        this.quick = quick;
    }

    /** Measures rows with their peers, and then what else is wanted. */
    void take(List<Row> rows, List<Job> alone) {
        Map<Job, String> ways = new LinkedHashMap<>();
        rows.forEach(
                row -> ways.put(row.job(), row.goals().stream().map(Goal::way).collect(Collectors.joining(","))));
        alone.forEach(job -> ways.putIfAbsent(job, ""));
        ways.forEach((job, peers) -> {
            tell("job " + (taken.size() + 1) + " of " + ways.size() + ": " + job);
            taken.put(job, measure(job, peers));
        });
        tell("");
    }

    private static void tell(String what) {
        if (TOLD) {
            System.err.print("\r\033[K" + what);
        }
    }

    /** {@return nothing if that failed} */
    private Optional<Figures> measure(Job job, String ways) {
        try {
            return Optional.of(Figures.of(new Runner(options(job, ways)).run()));
        } catch (RunnerException e) {
            System.err.println("bench: " + job + " failed: " + e);
            return Optional.empty();
        }
    }

    private Options options(Job job, String ways) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR",
                "-D" + Interleaving.WAYS + "=" + ways));
        String socket = System.getProperty(PythonLine.SOCKET);
        if (socket != null) {
            options.add("-D" + PythonLine.SOCKET + "=" + socket);
        }
        TimeValue iteration = TimeValue.milliseconds(quick ? 100 : 250);
        return new OptionsBuilder()
                .include("^" + Kernels.class.getName() + ".ours$")
                .param("job", job.toString())
                .addProfiler(Interleaving.class)
                .forks(quick ? 1 : 2)
                .warmupIterations(1)
                .warmupTime(iteration)
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(iteration)
                .jvmArgsAppend(options.toArray(String[]::new))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    /** {@return the figures of a job, or nothing if it failed} */
    Optional<Figures> of(Job job) {
        return taken.getOrDefault(job, Optional.empty());
    }

    /** {@return the processor time of a job, NaN if it failed} */
    double cpu(Job job) {
        return of(job).map(figures -> figures.cpu().median()).orElse(Double.NaN);
    }

    /** {@return the time on the clock of a job, NaN if it failed} */
    double wall(Job job) {
        return of(job).map(figures -> figures.wall().median()).orElse(Double.NaN);
    }

    boolean complete() {
        return taken.values().stream().allMatch(Optional::isPresent);
    }
}
