package gradflow.experiment;

import static gradflow.Gradflow.compare;
import static gradflow.Gradflow.gru;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.rnn;
import static gradflow.Gradflow.scalar;
import static gradflow.Gradflow.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void theFirstNetworkIsWhatItIsByItself() {
        assertThat(compare(rnn(), lstm()).unroll(20).gradNorms().of(0).values())
                .isEqualTo(rnn().unroll(20).gradNorms().values());
    }

    @Test
    void allNetworksReadTheInputsOfTheFirst() {
        // with no recurrent weights h_t is φ(x_t) of this step's input alone
        double[][] eye = {{1, 0}, {0, 1}};
        Compared both = compare(
                        rnn().hidden(2).wxh(eye).whh(zeros()).linear().seed(3),
                        rnn().hidden(2).wxh(eye).whh(zeros()).linear().seed(4))
                .unroll(7);
        for (int t = 0; t <= 7; t++) {
            assertThat(both.run(1).states().state(t))
                    .isEqualTo(both.run(0).states().state(t));
        }
    }

    @Test
    void inputSizeOfTheFirstHoldsForAll() {
        assertThat(compare(rnn().input(5), gru()).unroll(3).run(1).inputGrads().values())
                .hasSize(3);
        assertThatThrownBy(() -> compare(rnn(), gru().input(3)).unroll(9)).hasMessage("""
                        compare(a, b, …): the same inputs for all are of size 2, but input is 3 in gru().input(3)
                          in:  compare(rnn(), gru().input(3)).unroll(9)
                          try: input(2) for each""");
    }

    @Test
    void oneColumnAndOneVerdictANetwork() {
        String table = compare(rnn(), rnn().relu(), lstm().named("cure"), scalar(0.5))
                .unroll(20)
                .gradNorms()
                .toString();
        assertThat(table).containsPattern("t +rnn +rnn 2 +cure +scalar");
        assertThat(table.lines().filter(line -> line.matches("(rnn|rnn 2|cure|scalar): .*")))
                .hasSize(4);
    }

    @Test
    void exponentsAndProductsAreThoseOfEachNetworkByItself() {
        Compared both = compare(rnn(), lstm()).unroll(30);
        assertThat(both.lyapunov().of(0).exponents())
                .isEqualTo(rnn().unroll(30).lyapunov().exponents());
        assertThat(both.lyapunov(1).of(1).exponents()).hasSize(1);
        assertThat(both.jacobians().of(1).norm(0))
                .isEqualTo(both.run(1).jacobians().norm(0));
        String table = both.lyapunov().toString();
        assertThat(table).startsWith("λ_k, nats a step, of 2 networks over the same inputs");
        // an lstm has 2n exponents, the other n
        assertThat(table).containsPattern("\n4 +-[0-9.]+ +-[0-9.]+\n5 +-[0-9.]+\n");
        assertThat(both.jacobians().toString().replace("\n", " "))
                .containsPattern("rnn: the best direction keeps [0-9.e-]+, the worst [0-9.e-]+ ")
                .containsPattern("30 +1.000e.00 +1.000e.00");
    }

    @Test
    void comparingNothingIsRefused() {
        assertThatThrownBy(() -> compare()).hasMessage("""
                        compare(a, b, …): at least one network is wanted
                          in:  compare()
                          try: compare(rnn(), lstm())""");
    }
}
