package gradflow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Makes a round of each of JMH's iterations: after ours the peers do the same work, one after the other, so that what else
 * the machine does meets them all. They get warm at the last warm-up. What each took stands among the iteration's secondary results.
 */
public final class Interleaving implements InternalProfiler {
    /** The system property with the ways of the peers, separated by commas. */
    static final String WAYS = "gradflow.bench.ways";

    /** A peer whose call takes longer than this, in seconds, is measured once in a process. */
    private static final double SLOW = 1;

    private final Map<String, Peer> peers = new HashMap<>();
    private final Map<String, Optional<Peer.Taken>> once = new HashMap<>();
    private double before;
    private int warmUps;

    @Override
    public String getDescription() {
        return "peers between the iterations";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = Cpu.seconds();
    }

    @Override
    public List<Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double cpu = (Cpu.seconds() - before) / result.getMetadata().getAllOps();
        double seconds = iteration.getTime().convertTo(TimeUnit.MILLISECONDS) / 1e3;
        List<Result<?>> figures = new ArrayList<>(List.of(figure("cpu", cpu), figure("answer", Kernels.answer())));
        boolean warming = iteration.getType() == IterationType.WARMUP;
        if (warming && ++warmUps < benchmark.getWarmup().getCount()) {
            return figures;
        }
        for (String way : ways()) {
            Peer.Taken taken = taken(way, Job.of(benchmark.getParam("job")), warming ? 0 : seconds);
            if (taken != null) {
                figures.add(figure("wall " + way, taken.wall()));
                figures.add(figure("cpu " + way, taken.cpu()));
                figures.add(figure("answer " + way, taken.answer()));
            }
        }
        return figures;
    }

    private static List<String> ways() {
        String ways = System.getProperty(WAYS, "");
        return ways.isEmpty() ? List.of() : List.of(ways.split(","));
    }

    /** {@return what it took, or null if it isn't there; 0 seconds: to get warm} */
    private Peer.@Nullable Taken taken(String way, Job job, double seconds) {
        if (once.containsKey(way)) {
            return once.get(way).orElse(null);
        }
        try {
            Peer peer = peers.computeIfAbsent(way, w -> Peer.of(w, job));
            Peer.Taken taken = seconds == 0 ? peer.warmUp() : peer.measure(seconds);
            if (taken.wall() > SLOW) {
                once.put(way, Optional.of(taken));
            }
            return taken;
        } catch (Peer.Absent e) {
            once.put(way, Optional.empty());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result<?> figure(String name, double value) {
        return new ScalarResult(name, value, "s", AggregationPolicy.AVG);
    }
}
