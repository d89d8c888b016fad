package gradflow.experiment.training;

import static gradflow.Gradflow.KERAS;
import static gradflow.Gradflow.addingProblem;
import static gradflow.Gradflow.copyMemory;
import static gradflow.Gradflow.data;
import static gradflow.Gradflow.example;
import static gradflow.Gradflow.gaussian;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.identity;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.train;
import static gradflow.Gradflow.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradflow.network.Description;
import gradflow.report.TextStyle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingTest {
    private static final Training SHORT = train(rnn().hidden(4), addingProblem(5));

    private static double[] losses(Training training) {
        return training.steps(4).losses();
    }

    @Test
    void lastWordOfAKindWinsAndTheOrderDoesNotMatter() {
        double[] expected = losses(SHORT.sgd(0.2).batch(3).clipNorm(0.1));
        assertThat(losses(SHORT.clipNorm(5)
                        .adam(1)
                        .batch(9)
                        .clipNorm(0.1)
                        .batch(3)
                        .sgd(0.2)))
                .isEqualTo(expected);
        assertThat(losses(SHORT.batch(3).clipNorm(0.1).sgd(0.2))).isEqualTo(expected);
        assertThat(losses(SHORT.sgd(0.2).batch(3))).isNotEqualTo(expected);
    }

    @Test
    void branchesLeaveTheirStemAlone() {
        double[] before = losses(SHORT);
        assertThat(losses(SHORT.adam(0.1))).isNotEqualTo(before);
        assertThat(losses(SHORT)).isEqualTo(before);
    }

    @Test
    void defaultsAreAdamAndTwentySequencesAndNoClipping() {
        assertThat(losses(SHORT)).isEqualTo(losses(SHORT.adam(0.001).batch(20)));
        assertThat(SHORT.steps(3).gradNorm(2)).isEqualTo(SHORT.steps(3).clippedNorm(2));
    }

    @Test
    void textIsTheExpression() {
        assertThat(SHORT.sgd(0.1).batch(3).adam(0.01))
                .hasToString("train(rnn().hidden(4), addingProblem(5)).batch(3).adam(0.01)");
        assertThat(train(lstm(), copyMemory(3, 2)).clipNorm(1))
                .hasToString("train(lstm(), copyMemory(3, 2)).clipNorm(1)");
        assertThat(train(gru(), copyMemory(3, 2, 4))).hasToString("train(gru(), copyMemory(3, 2, 4))");
    }

    @Test
    void seedDrawsEverything() {
        assertThat(losses(train(rnn().seed(1), addingProblem(5))))
                .isEqualTo(losses(train(rnn().seed(1), addingProblem(5))))
                .isNotEqualTo(losses(train(rnn().seed(2), addingProblem(5))));
    }

    @Test
    void clippedGradientHasAtMostTheNormThatWasSaid() {
        Trained trained = SHORT.clipNorm(0.05).steps(5);
        for (int i = 1; i <= 5; i++) {
            double c = Math.min(1, 0.05 / (trained.gradNorm(i) + 1e-6));
            assertThat(trained.clippedNorm(i)).isCloseTo(c * trained.gradNorm(i), within(1e-15));
        }
        assertThat(trained.gradNorm(1)).isGreaterThan(0.05);
    }

    static Stream<Description> networks() {
        return Stream.of(
                rnn().hidden(5),
                rnn().hidden(5).bias(gaussian(0.1)).h0(uniform(0.5)).whhTimes(1.5),
                rnn().hidden(3).relu().residual(0.3).whh(orthogonal()).named("mine"),
                rnn().hidden(9).sigmoid().leaky(0.5).defaults(KERAS),
                rnn().linear().wxh(identity(0.3)),
                rnn().leakyRelu(0.1).seed(3),
                lstm().forgetBias(2).h0(gaussian(1)).c0(gaussian(1)),
                lstm().chrono(20).hidden(6),
                lstm().defaults(KERAS),
                gru().hidden(3).bih(uniform(0.5)).h0(uniform(1)));
    }

    /** What was measured on the way is what the trained network answers by itself. */
    @ParameterizedTest
    @MethodSource("networks")
    void networkHasWhatItLearnt(Description network) {
        Trained trained = train(network, addingProblem(6)).adam(0.05).steps(6);
        Description learnt = trained.network();
        assertThat(learnt.spectrum().radius()).isCloseTo(trained.radius(6), within(1e-12));
        assertThat(learnt.unroll(6).gradNorms().horizon(0.01)).isEqualTo(trained.horizon(6));
        assertThat(learnt).hasToString("train(" + network + ", addingProblem(6)).adam(0.05).steps(6).network()");
        assertThat(learnt.label()).isEqualTo(network.label());
        assertThat(trained.radius(6)).isNotEqualTo(trained.radius(0));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void beforeTheFirstStepTheNetworkIsItself(Description network) {
        assertThat(train(network, addingProblem(6)).steps(1).radius(0))
                .isCloseTo(network.spectrum().radius(), within(1e-12));
    }

    /** h_0 is the only thing of it that is still drawn: by the same recipe it would come out otherwise. */
    @Test
    void learntNetworkStartsWhereItDid() {
        Description network = rnn().h0(uniform(0.5)).whh(gaussian(1));
        Description learnt = train(network, addingProblem(4)).steps(2).network();
        assertThat(learnt.unroll(4).states().state(0))
                .isEqualTo(network.unroll(4).states().state(0));
    }

    @Test
    void learntNetworkTakesMoreWords() {
        var learnt = (gradflow.network.Rnn) SHORT.steps(3).network();
        assertThat(learnt.whhTimes(2).spectrum().radius())
                .isCloseTo(2 * learnt.spectrum().radius(), within(1e-12));
        assertThat(learnt.whhTimes(2))
                .hasToString("train(rnn().hidden(4), addingProblem(5)).steps(3).network().whhTimes(2)");
        assertThat(learnt.unroll(5).pytorch()).contains("torch.tensor(");
    }

    @Test
    void shorterTrainingIsTheHeadOfALongerOne() {
        Training training = train(gru().hidden(3), addingProblem(5)).adam(0.02);
        Trained ten = training.steps(10);
        Trained six = training.steps(6);
        for (int i = 1; i <= 6; i++) {
            assertThat(six.loss(i)).isEqualTo(ten.loss(i));
            assertThat(six.radius(i)).isEqualTo(ten.radius(i));
            assertThat(six.horizon(i)).isEqualTo(ten.horizon(i));
        }
    }

    /** A vanilla network learns to add over ten steps. */
    @Test
    void learningGoesBelowTheChanceLine() {
        Trained trained = train(rnn().hidden(16).whh(orthogonal()), addingProblem(10))
                .adam(0.01)
                .clipNorm(1)
                .steps(300);
        assertThat(IntStream.rangeClosed(281, 300)
                        .mapToDouble(trained::loss)
                        .average()
                        .orElseThrow())
                .isLessThan(0.1);
        assertThat(trained.toString().replace("\n", " ")).containsPattern("below chance from step \\d+ on");
    }

    @Test
    void gatesLearnToCopy() {
        Trained trained = train(lstm().hidden(16).forgetBias(2), copyMemory(4, 2, 2))
                .adam(0.02)
                .steps(250);
        assertThat(trained.loss(250)).isLessThan(0.1 * trained.chance().orElseThrow());
    }

    @Test
    void dataOfOnesOwnIsTakenInTurn() {
        double[][][] inputs = {{{1}, {0}}, {{2}, {0}}, {{3}, {0}}};
        double[][] targets = {{1}, {0}, {-1}};
        Training all = train(rnn().hidden(2), data(inputs, targets)).sgd(1e-300);
        Training each = all.batch(1);
        // Nothing is learnt, so that the mean over the losses of each is the loss of all, and the fourth is the first
        // again.
        double[] losses = each.steps(4).losses();
        assertThat((losses[0] + losses[1] + losses[2]) / 3)
                .isCloseTo(all.steps(1).loss(1), within(1e-15));
        assertThat(losses[3]).isEqualTo(losses[0]);
        Training made = train(rnn().hidden(2), data(i -> example(inputs[i % 3], targets[i % 3])))
                .sgd(1e-300)
                .batch(1);
        assertThat(made.steps(4).losses()).isEqualTo(losses);
    }

    @Test
    void scalarNetworkIsRefused() {
        assertThatThrownBy(() -> train(scalar(0.5), addingProblem(5))).hasMessage("""
                        train(network, task): scalar(w) has no inputs, so that no task reaches it
                          in:  train(scalar(0.5), addingProblem(5))
                          try: train(rnn().hidden(1), addingProblem(5))""");
    }

    @Test
    void inputsOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> train(rnn().input(3), addingProblem(5))).hasMessage("""
                        train(network, task): addingProblem(5) has inputs of size 2, but input is 3 in rnn().input(3)
                          in:  train(rnn().input(3), addingProblem(5))
                          try: input(2), or none, which leaves it to the task""");
        assertThatThrownBy(() -> train(gru().wih(new double[12][5]), copyMemory(3, 2)))
                .hasMessageContaining("copyMemory(3, 2) has inputs of size 4, but input is 5");
        assertThat(train(rnn().input(2), addingProblem(5)).steps(1).steps()).isOne();
    }

    @Test
    void badWordsAreRefusedWhenTheyAreSpoken() {
        assertThatThrownBy(() -> SHORT.sgd(0)).hasMessage("""
                        sgd(lr): lr must be a positive number, but was 0
                          in:  train(rnn().hidden(4), addingProblem(5)).sgd(0)
                          try: sgd(0.1)""");
        assertThatThrownBy(() -> SHORT.adam(Double.NaN)).hasMessageContaining("adam(lr): lr must be a positive number");
        assertThatThrownBy(() -> SHORT.clipNorm(-1)).hasMessageContaining("clipNorm(c): c must be a positive number");
        assertThatThrownBy(() -> SHORT.batch(0)).hasMessageContaining("batch(n): n must be at least 1, but was 0");
        assertThatThrownBy(() -> SHORT.steps(0)).hasMessage("""
                        steps(n): n must be at least 1, but was 0
                          in:  train(rnn().hidden(4), addingProblem(5)).steps(0)
                          try: steps(100)""");
        assertThatThrownBy(() -> train(null, addingProblem(3))).hasMessageContaining("network must not be null");
        assertThatThrownBy(() -> train(rnn(), null)).hasMessageContaining("task must not be null");
    }

    @Test
    void badQuestionsAreRefused() {
        Trained trained = SHORT.steps(57);
        assertThatThrownBy(() -> trained.loss(0)).hasMessage("""
                        loss(i): i must be in 1..57, but was 0
                          in:  train(rnn().hidden(4), addingProblem(5)).steps(57).loss(0)
                          try: loss(57)""");
        assertThatThrownBy(() -> trained.radius(52)).hasMessage("""
                        radius(i): it is measured after some steps only, and 52 isn't one of them
                          in:  train(rnn().hidden(4), addingProblem(5)).steps(57).radius(52)
                          try: radius(50)""");
        assertThat(trained.radius(57)).isPositive();
    }

    @Test
    void trainingThatDoesNotFitSaysSoFirst() {
        assertThatThrownBy(() -> train(rnn().hidden(1000), addingProblem(100_000))
                        .batch(2_000_000)
                        .steps(1))
                .hasMessageMatching(
                        "(?s)steps\\(n\\): 2000000 sequences of 100000 steps at once would take 3230000 GB, "
                                + "but .* GB fit\n  in:  train\\(.*\n  try: (batch\\(\\d+\\)|shorter sequences, fewer units), or a larger heap "
                                + "\\(-Xmx\\)");
    }

    @Test
    void explosionIsAFindingWithItsStep() {
        Trained trained = train(rnn().hidden(8).relu().whh(identity(3)), addingProblem(60))
                .sgd(10)
                .steps(20);
        assertThat(trained.steps()).isEqualTo(1);
        assertThat(trained.losses()).hasSize(2);
        assertThat(trained.ending())
                .hasValueSatisfying(words -> assertThat(words).startsWith("step 2: "));
        assertThat(trained.toString())
                .contains("step 2: the loss left the range of a double")
                .doesNotContain("NaN");
        assertThat(trained.network().spectrum().radius()).isFinite();
        assertThat(trained.report().text(TextStyle.columns(40)).lines()).allMatch(line -> line.length() <= 40);
    }

    @Test
    void explosionAtTheFirstStepLeavesTheNetworkAsItWasDrawn() {
        Trained trained = train(rnn().hidden(8).relu().whh(identity(1e30)), addingProblem(60))
                .steps(20);
        assertThat(trained.steps()).isZero();
        assertThat(trained.losses()).hasSize(1);
        assertThat(trained.network().spectrum().radius()).isEqualTo(1e30);
        assertThat(trained.toString()).contains("step 1: ");
    }
}
