package gradflow.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sequences side by side are what they are alone, and their gradients those of central differences. */
class PassTest {
    private static final int SEQUENCES = 3;
    private static final int OUTPUTS = 2;

    /** A network, its weights, and some sequences for it. */
    private record Network(String name, IntFunction<Batch> room, List<Mat> weights, int hidden, int inputs) {
        List<Mat> sequences() {
            Random random = new Random(5);
            int steps =
                    RnnKernelContractTest.random(Saturating.TANH, 1, 0, 1, 0).steps();
            return IntStream.range(0, SEQUENCES)
                    .mapToObj(k -> RnnKernelContractTest.gaussian(random, steps, inputs, 1))
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Network> networks() {
        Stream<Network> vanilla = Stream.of(
                        new Object[] {Saturating.TANH, 0.0, 1.0},
                        new Object[] {Saturating.SIGMOID, 0.7, 0.3},
                        new Object[] {new PiecewiseLinear(0.1), 1.0, 0.5},
                        new Object[] {new PiecewiseLinear(1), 0.0, 1.0})
                .flatMap(of -> Stream.of(5, 9)
                        .map(n ->
                                RnnKernelContractTest.random((Pointwise) of[0], n, (Double) of[1], (Double) of[2], n)))
                .map(task -> new Network(
                        task.phi() + " " + task.hidden(),
                        k -> Batch.of(task, k),
                        List.of(task.wxh(), task.whh(), task.bias()),
                        task.hidden(),
                        task.wxh().columns()));
        Stream<Network> gated = Stream.of(new LstmCell(), new GruCell())
                .flatMap(cell -> Stream.of(5, 9).map(n -> GatedKernelContractTest.random(cell, n, n)))
                .map(task -> new Network(
                        task.cell().getClass().getSimpleName() + " " + task.hidden(),
                        k -> Batch.of(task, k),
                        List.of(task.wih(), task.whh(), task.bih(), task.bhh()),
                        task.hidden(),
                        task.wih().columns()));
        return Stream.concat(vanilla, gated);
    }

    /** What comes of a pass: the loss, the gradients of all weights, and every state that was read. */
    private record Result(double loss, List<Pass.Gradient> gradients, List<double[]> states) {}

    private static Result result(
            Batch room, List<Mat> weights, List<Mat> sequences, Objective objective, boolean everyStep) {
        int hidden = weights.get(1).columns();
        int steps = sequences.get(0).rows();
        Random random = new Random(8);
        Mat readout = RnnKernelContractTest.gaussian(random, OUTPUTS, hidden, 1);
        Mat bias = RnnKernelContractTest.gaussian(random, 1, OUTPUTS, 1);
        return result(room, weights, readout, bias, sequences, objective, everyStep ? steps : 1);
    }

    private static Result result(
            Batch room, List<Mat> weights, Mat readout, Mat bias, List<Mat> sequences, Objective objective, int rows) {
        // What is wanted of a sequence follows from it, so that it goes with it.
        List<Mat> targets = sequences.stream()
                .map(x -> Mat.filled(
                        rows,
                        OUTPUTS,
                        (t, j) -> objective == Objective.CROSS_ENTROPY ? x.at(t, 0) > 0 ? 1 : 0 : x.at(t, 0)))
                .toList();
        Readout read =
                new Readout(readout, bias, objective, targets, sequences.get(0).rows());
        List<double[]> states = new ArrayList<>();
        Pass pass = room.forward(weights, sequences);
        assertThat(pass.brokenAt()).isZero();
        List<Pass.Gradient> gradients = new ArrayList<>(pass.backward((k, t, h, own) -> {
            if (k == 0) {
                states.add(h.clone());
            }
            return read.seed(k, t, h, own);
        }));
        gradients.addAll(read.gradients());
        return new Result(read.loss(), gradients, states);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void sequenceHasTheBitsThatItHasAlone(Network network) {
        List<Mat> sequences = network.sequences();
        Result together =
                result(network.room.apply(SEQUENCES), network.weights, sequences, Objective.SQUARED_ERROR, true);
        Result alone =
                result(network.room.apply(1), network.weights, sequences.subList(0, 1), Objective.SQUARED_ERROR, true);
        assertThat(together.states).usingElementComparator(Arrays::compare).isEqualTo(alone.states);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientsAreTheMeanOfThoseOfEachSequence(Network network) {
        List<Mat> sequences = network.sequences();
        Result together =
                result(network.room.apply(SEQUENCES), network.weights, sequences, Objective.CROSS_ENTROPY, true);
        Batch room = network.room.apply(1);
        List<Result> each = sequences.stream()
                .map(x -> result(room, network.weights, List.of(x), Objective.CROSS_ENTROPY, true))
                .toList();
        for (int w = 0; w < together.gradients.size(); w++) {
            Mat total = together.gradients.get(w).total();
            double scale = together.gradients.get(w).norm().value();
            for (int i = 0; i < total.rows(); i++) {
                for (int j = 0; j < total.columns(); j++) {
                    int weight = w;
                    int row = i;
                    int column = j;
                    double mean = each.stream()
                            .mapToDouble(
                                    one -> one.gradients.get(weight).total().at(row, column))
                            .average()
                            .orElseThrow();
                    assertThat(total.at(i, j)).isCloseTo(mean, within(1e-14 * scale));
                }
            }
        }
    }

    static Stream<Network> small() {
        return networks().filter(network -> network.hidden == 5);
    }

    @ParameterizedTest
    @MethodSource("small")
    void gradientsAreThoseOfCentralDifferences(Network network) {
        List<Mat> sequences = network.sequences();
        Batch room = network.room.apply(SEQUENCES);
        for (Objective objective : Objective.values()) {
            for (boolean everyStep : new boolean[] {true, false}) {
                Result result = result(room, network.weights, sequences, objective, everyStep);
                for (int w = 0; w < network.weights.size(); w++) {
                    Mat weight = network.weights.get(w);
                    Mat gradient = result.gradients.get(w).total();
                    assertThat(gradient.shape()).isEqualTo(weight.shape());
                    for (int e = 0; e < weight.rows() * weight.columns(); e++) {
                        double step = 1e-5;
                        int entry = e;
                        double up =
                                result(room, moved(network.weights, w, e, step), sequences, objective, everyStep).loss;
                        double down =
                                result(room, moved(network.weights, w, e, -step), sequences, objective, everyStep).loss;
                        double slope = (up - down) / (2 * step);
                        assertThat(gradient.at(entry / weight.columns(), entry % weight.columns()))
                                .as("%s of weight %d, entry %d", objective, w, e)
                                .isCloseTo(slope, within(2e-8 + 1e-8 * Math.abs(slope)));
                    }
                }
            }
        }
    }

    private static List<Mat> moved(List<Mat> weights, int which, int entry, double step) {
        List<Mat> moved = new ArrayList<>(weights);
        Mat weight = weights.get(which);
        moved.set(
                which,
                Mat.filled(
                        weight.rows(),
                        weight.columns(),
                        (i, j) -> weight.at(i, j) + (i * weight.columns() + j == entry ? step : 0)));
        return moved;
    }

    @Test
    void readoutsGradientIsThatOfCentralDifferences() {
        RnnTask task = RnnKernelContractTest.random(Saturating.TANH, 5, 0, 1, 2);
        Network network = networks().findFirst().orElseThrow();
        List<Mat> weights = List.of(task.wxh(), task.whh(), task.bias());
        Random random = new Random(1);
        Mat v = RnnKernelContractTest.gaussian(random, OUTPUTS, 5, 1);
        Mat c = RnnKernelContractTest.gaussian(random, 1, OUTPUTS, 1);
        List<Mat> sequences = network.sequences();
        Batch room = Batch.of(task, SEQUENCES);
        for (Objective objective : Objective.values()) {
            Result result = result(room, weights, v, c, sequences, objective, task.steps());
            for (int e = 0; e < 10; e++) {
                double up =
                        result(room, weights, moved(List.of(v), 0, e, 1e-5).get(0), c, sequences, objective, 12).loss;
                double down =
                        result(room, weights, moved(List.of(v), 0, e, -1e-5).get(0), c, sequences, objective, 12).loss;
                assertThat(result.gradients.get(3).total().at(e / 5, e % 5))
                        .isCloseTo((up - down) / 2e-5, within(1e-8));
            }
            for (int e = 0; e < 2; e++) {
                double up =
                        result(room, weights, v, moved(List.of(c), 0, e, 1e-5).get(0), sequences, objective, 12).loss;
                double down =
                        result(room, weights, v, moved(List.of(c), 0, e, -1e-5).get(0), sequences, objective, 12).loss;
                assertThat(result.gradients.get(4).total().at(0, e)).isCloseTo((up - down) / 2e-5, within(1e-8));
            }
        }
    }

    @Test
    void statesBeyondTheRangeOfADoubleBreakNothingOff() {
        RnnTask task = RnnKernelContractTest.random(new PiecewiseLinear(1), 9, 0, 1, 2);
        List<Mat> weights = List.of(task.wxh(), task.whh().times(1e60), task.bias());
        Pass pass = Batch.of(task, 1).forward(weights, List.of(task.x()));
        assertThat(pass.brokenAt()).isZero();
        List<Pass.Gradient> gradients = pass.backward((k, t, h, own) -> {
            Arrays.fill(own, 1);
            return t == task.steps();
        });
        assertThat(gradients.get(1).norm().exponent()).isGreaterThan(2000);
        assertThat(gradients.get(1).norm().isFinite()).isTrue();
    }

    @Test
    void passThatBreaksOffSaysWhere() {
        RnnTask task = RnnKernelContractTest.random(Saturating.TANH, 9, 0, 1, 2);
        List<Mat> weights = List.of(task.wxh().times(1e308).times(1e10), task.whh(), task.bias());
        assertThat(Batch.of(task, 2)
                        .forward(weights, List.of(task.x(), task.x()))
                        .brokenAt())
                .isOne();
    }
}
