package gradflow.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Every row's work on our side; a process does one of them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
public class Kernels {
    private static volatile double answer = Double.NaN;

    /** The {@link Job}. */
    @Param("gradnorms 4 20")
    public String job;

    private Work work;

    /** {@return what the last call said} */
    static double answer() {
        return answer;
    }

    /** Makes the matrices, and gets warm: on a busy machine JMH's own warm-ups are short. */
    @Setup
    public void prepare() {
        work = OurWork.of(Job.of(job));
        answer = WarmUp.until(work).answer();
    }

    /** {@return the answer} */
    @Benchmark
    public double ours() {
        double said = work.call();
        answer = said;
        return said;
    }
}
