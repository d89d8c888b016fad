package gradflow.experiment.training;

import static gradflow.Gradflow.addingProblem;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.train;
import static org.assertj.core.api.Assertions.assertThat;

import gradflow.report.Cell;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {
    private final Trained trained = train(rnn().named("mine"), addingProblem(3)).steps(57);

    private List<List<Cell>> rows() {
        return trained.drift().report().table().rows();
    }

    @Test
    void hasARowForEachStepThatWasMeasuredAndForTheLast() {
        assertThat(rows()).hasSize(53);
        assertThat(rows().get(51).get(0)).isEqualTo(Cell.whole(55));
        assertThat(rows().get(52))
                .containsExactly(
                        Cell.whole(57),
                        Cell.real((trained.loss(56) + trained.loss(57)) / 2),
                        Cell.real(trained.radius(57)),
                        Cell.whole(trained.horizon(57)));
    }

    @Test
    void meanIsOverTheLossesSinceTheRowAbove() {
        double mean = IntStream.rangeClosed(51, 55)
                .mapToDouble(trained::loss)
                .average()
                .orElseThrow();
        assertThat(rows().get(51).get(1)).isEqualTo(Cell.real(mean));
        assertThat(rows().get(0).get(1)).isEqualTo(Cell.blank());
    }

    @Test
    void saysWhereItBeganAndEnded() {
        assertThat(trained.drift().toString().replace('\n', ' '))
                .startsWith("mine: drift of ρ(W_hh) and of the gradient's horizon ")
                .containsPattern("ρ\\(W_hh\\) went from 0\\.\\d+ to 0\\.\\d+, the horizon from \\d to \\d")
                .contains("horizon: steps back until 1 % of the gradient is left; 4: more arrives at t = 0");
    }
}
