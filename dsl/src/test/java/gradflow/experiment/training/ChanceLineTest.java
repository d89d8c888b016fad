package gradflow.experiment.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceLineTest {
    private static double[] losses(int high, int low) {
        double[] losses = new double[high + low];
        Arrays.setAll(losses, i -> i < high ? 1 : 0.25);
        return losses;
    }

    @Test
    void lossThatFallsIsBelowFromWhereItsMeanIs() {
        // Of twenty losses k are 0.25: the mean is below 0.7 by three standard errors from k = 15 on.
        assertThat(new ChanceLine(0.7, losses(30, 40)).belowFrom()).hasValue(45);
        assertThat(new ChanceLine(0.7, losses(30, 40)).sentence("guessing"))
                .isEqualTo(
                        "below chance from step 45 on: the loss ends at 0.25 ± 0, mean of the last 20, where guessing "
                                + "gets 0.7");
    }

    @Test
    void lossThatRisesAgainIsNotBelow() {
        double[] losses = losses(30, 40);
        Arrays.fill(losses, 55, 70, 2);
        assertThat(new ChanceLine(0.7, losses).belowFrom()).isEmpty();
        assertThat(new ChanceLine(0.7, losses).sentence("guessing")).startsWith("above chance: ");
    }

    @Test
    void lossesThatScatterAboutChanceAreAtIt() {
        double[] losses =
                IntStream.range(0, 50).mapToDouble(i -> i % 2 == 0 ? 0.9 : 1.09).toArray();
        assertThat(new ChanceLine(1, losses).sentence("guessing"))
                .startsWith("at chance, as if nothing were remembered: ");
    }

    @Test
    void fewStepsGiveNoVerdict() {
        assertThat(new ChanceLine(1, new double[] {0.5}).sentence("guessing"))
                .isEqualTo("too few steps for a verdict: the loss ends at 0.5, where guessing gets 1");
    }
}
