package gradflow.model;

import static gradflow.model.Loss.direction;
import static gradflow.model.Loss.sumEveryStep;
import static gradflow.model.Loss.sumLast;
import static gradflow.model.Loss.unitOfLast;
import static gradflow.model.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossTest {
    @Test
    void derivativeByTheLastStateIsConstant() {
        assertThat(sumLast().atLast(3)).containsExactly(1, 1, 1);
        assertThat(unitOfLast(2).atLast(3)).containsExactly(0, 0, 1);
        assertThat(sumEveryStep().atLast(2)).containsExactly(1, 1);
        assertThat(direction(1, -0.5).atLast(2)).containsExactly(1, -0.5);
    }

    @Test
    void onlyTheSumOfEveryStepSeesTheStepsBeforeTheLast() {
        assertThat(sumEveryStep().everyStep()).isTrue();
        assertThat(sumLast().everyStep()).isFalse();
        assertThat(unitOfLast(0).everyStep()).isFalse();
        assertThat(direction(1).everyStep()).isFalse();
    }

    @Test
    void textIsTheExpressionThatMakesIt() {
        assertThat(sumLast()).hasToString("sumLast()");
        assertThat(unitOfLast(12345678)).hasToString("unitOfLast(12345678)");
        assertThat(sumEveryStep()).hasToString("sumEveryStep()");
        assertThat(direction(1, -1, 0.5)).hasToString("direction(1, -1, 0.5)");
    }

    @Test
    void lossesWithTheSameTextAreEqual() {
        assertThat(direction(1, 2)).isEqualTo(direction(1, 2)).isNotEqualTo(direction(2, 1));
        assertThat(sumLast()).isEqualTo(sumLast()).isNotEqualTo(sumEveryStep());
    }

    @Test
    void directionIsCopied() {
        double[] v = {1, 2};
        Loss loss = direction(v);
        v[0] = 9;
        loss.atLast(2)[0] = 9;
        assertThat(loss.atLast(2)).containsExactly(1, 2);
    }

    @Test
    void unitCountsFromZeroToTheLast() {
        refused(() -> unitOfLast(-1), """
                unitOfLast(i): i must be at least 0, but was -1
                  in:  unitOfLast(-1)
                  try: unitOfLast(0), the first unit""");
        refused(() -> unitOfLast(4).atLast(4), """
                unitOfLast(i): i must be in 0..3, but was 4
                  in:  unitOfLast(4)
                  try: unitOfLast(3), the last unit""");
    }

    @Test
    void directionHasANumberForEveryUnit() {
        refused(() -> direction(), """
                direction(v…): at least one number is needed
                  in:  direction()
                  try: direction(1, -1) for two units""");
        refused(() -> direction(1, Double.NaN), """
                direction(v…): v must be a finite number, but was NaN
                  in:  direction(1, NaN)
                  try: direction(1, -1) for two units""");
        refused(() -> direction(1, -1).atLast(4), """
                direction(v…): as many numbers as units are needed, 4, but there are 2
                  in:  direction(1, -1)
                  try: sumLast(), which takes any number of units""");
    }
}
