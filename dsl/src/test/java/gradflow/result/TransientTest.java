package gradflow.result;

import static gradflow.Gradflow.chain;
import static gradflow.Gradflow.diagonal;
import static gradflow.Gradflow.gallery;
import static gradflow.Gradflow.jordan;
import static gradflow.Gradflow.lstm;
import static gradflow.Gradflow.orthogonal;
import static gradflow.Gradflow.spectrum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a matrix does on the way, beside what its eigenvalues say of the end. */
class TransientTest {

    @ParameterizedTest
    @CsvSource({
        "0.5, 10, 1, 10.024938",
        "0.5, 10, 2, 10.006246",
        "0.5, 10, 5, 3.125312",
        "0.5, 10, 10, 0.195317",
        "0.5, 10, 20, 3.814721e-4",
        "0.9, 1, 9, 3.912567"
    })
    void powersOfAJordanBlock(double a, double b, int k, double norm) {
        PowerNorms powers = spectrum(jordan(a, b).sample(2)).powers(20);
        assertThat(powers.norm(k)).isCloseTo(norm, within(5e-6 * norm));
        double x = Math.pow(a, k);
        double y = k * Math.pow(a, k - 1) * b;
        double sum = 2 * x * x + y * y;
        double closed = Math.sqrt((sum + Math.sqrt(sum * sum - 4 * Math.pow(x, 4))) / 2);
        assertThat(powers.norm(k)).isCloseTo(closed, within(1e-12 * closed));
        assertThat(powers.radiusPower(k)).isCloseTo(x, within(1e-14 * x));
    }

    @Test
    void aJordanBlockPeaksNearMinusOneOverLogRho() {
        PowerNorms powers = spectrum(jordan(0.9, 1).sample(2)).powers(30);
        assertThat(powers.peakAt()).isEqualTo(9);
        assertThat(powers.peak()).isCloseTo(3.912567, within(1e-6));
        assertThat(powers.kreiss()).isCloseTo(2.6, within(1e-9));
    }

    @Test
    void aChainKeepsItsSignalForNSteps() {
        PowerNorms powers = spectrum(chain(1.02).sample(100)).powers(100);
        assertThat(powers.norm(99)).isCloseTo(7.102594, within(1e-6));
        assertThat(powers.norm(50)).isCloseTo(Math.pow(1.02, 50), within(1e-12 * Math.pow(1.02, 50)));
        assertThat(powers.norm(100)).isEqualTo(0);
        assertThat(powers.log10(100)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(powers.radiusPower(1)).isEqualTo(0);
        assertThat(spectrum(gallery("shift", 4)).powers(4).kreissUpper()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2.39037",
        "2, 5.51407",
        "3, 11.7311",
        "5, 21.23207",
        "7, 17.8926",
        "9, 10.6204",
        "10, 7.56589",
        "15, 0.891630",
        "20, 0.0697009",
        "40, 5.75316e-7"
    })
    void fourUnitsInAChainGrowTwentyfoldFirst(int k, double norm) {
        assertThat(spectrum(gallery("chain4")).powers(40).norm(k)).isCloseTo(norm, within(5e-6 * norm));
    }

    @Test
    void fourUnitsInAChainHaveTheirMeasures() {
        Spectrum chain = spectrum(gallery("chain4"));
        assertThat(chain.radius()).isEqualTo(0.5);
        assertThat(chain.departure()).isCloseTo(2 * Math.sqrt(3), within(1e-12));
        PowerNorms powers = chain.powers(40);
        assertThat(powers.peakAt()).isEqualTo(5);
        assertThat(powers.kreiss()).isBetween(7.608, powers.kreissUpper());
        assertThat(powers.kreissUpper()).isLessThan(7.611);
        assertThat(powers.kreissAt().getReal()).isCloseTo(1.182, within(1e-3));
    }

    @Test
    void normsNeitherUnderflowNorOverflow() {
        PowerNorms falling = spectrum(jordan(1e-200, 1e-200).sample(2)).powers(100);
        assertThat(falling.norm(50)).isEqualTo(0);
        assertThat(falling.log10(50)).isCloseTo(-10000 + Math.log10(50), within(1e-2));
        PowerNorms rising = spectrum(jordan(1e200, 0).sample(2)).powers(100);
        assertThat(rising.norm(50)).isInfinite();
        assertThat(rising.log10(50)).isCloseTo(10000, within(1e-9));
        assertThat(rising.kreiss()).isInfinite();
        assertThat(rising.report().closing()).containsExactly("K = ∞: ρ(W) > 1, and the powers grow without bound");
    }

    @Test
    void integersThatAreNilpotentVanishExactly() {
        Spectrum five = spectrum(gallery("gallery5"));
        assertThat(five.radius()).isEqualTo(0);
        assertThat(five.norm2()).isCloseTo(101035.36, within(0.005));
        PowerNorms powers = five.powers(5);
        assertThat(powers.norm(4)).isGreaterThan(1);
        assertThat(powers.norm(5)).isEqualTo(0);
        assertThat(five.conditions()).containsOnly(Double.POSITIVE_INFINITY);
    }

    @Test
    void toeplitzPowersReachAHundredMillion() {
        PowerNorms powers = spectrum(gallery("toeplitz")).powers(20);
        assertThat(powers.norm(1)).isCloseTo(100, within(1e-3));
        assertThat(powers.norm(4)).isCloseTo(1e8, within(1e4));
        assertThat(powers.radiusPower(3)).isCloseTo(3, within(1e-6));
    }

    @Test
    void factorsWithoutARadiusCanExplodeTogether() {
        double[][] a = {{0, 2}, {0, 0}};
        double[][] b = {{0, 0}, {2, 0}};
        double[][] product = {{4, 0}, {0, 0}};
        assertThat(spectrum(a).radius()).isEqualTo(0);
        assertThat(spectrum(b).radius()).isEqualTo(0);
        assertThat(spectrum(product).powers(10).norm(10)).isEqualTo(Math.pow(4, 10));
    }

    @Test
    void pseudospectraOfAShiftAreDiscs() {
        Pseudospectrum pseudo = spectrum(new double[][] {{0, 3}, {0, 0}}).pseudo(0.01);
        double truth = Math.sqrt(0.01 * 0.01 + 0.01 * 3);
        assertThat(pseudo.radius()).isCloseTo(truth, within(1e-10));
        assertThat(pseudo.abscissa()).isCloseTo(truth, within(1e-10));
        assertThat(pseudo.radiusAt().abs()).isCloseTo(truth, within(1e-10));
        assertThat(pseudo.abscissaAt().getReal()).isCloseTo(truth, within(1e-10));
        assertThat(pseudo.amplification()).isCloseTo(truth / 0.01, within(1e-7));
    }

    @Test
    void ofEqualNormsThePeakIsTheFirst() {
        assertThat(spectrum(chain(1).sample(8)).powers(7).peakAt()).isZero();
    }

    @Test
    void aRadiusThatRoundingHidesIsToldWithItsUncertainty() {
        // one block of Jordan's, turned, so that nothing shows that it is one
        RealMatrix turn = orthogonal().sample(6);
        Spectrum hidden = spectrum(turn.multiply(jordan(1 + 1e-5).sample(6)).multiply(turn.transpose()));
        assertThat(hidden.uncertainty()).isGreaterThan(1e-4);
        assertThat(hidden.regime()).startsWith("ρ(W) = 1: the edge of stability");
        assertThat(hidden.toString()).contains("ρ(W) is known only to ±");
        Spectrum plain = spectrum(diagonal(1 + 1e-5, 0.5).sample(2));
        assertThat(plain.regime()).startsWith("ρ(W) > 1");
        assertThat(plain.toString()).doesNotContain("is known only");
    }

    @Test
    void aNormalMatrixMovesByTheSizeOfTheChangeAndAShiftByMore() {
        assertThat(spectrum(diagonal(0.5, 0.2).sample(2))
                        .pseudo(0.01)
                        .toString()
                        .replace("\n", " "))
                .contains("by no more than its own size, as if W were a normal matrix");
        assertThat(spectrum(chain(0.5).sample(2)).pseudo(0.01).toString().replace("\n", " "))
                .contains("times its own size; that of a normal matrix moves by its size at most");
    }

    @Test
    void refusesInThreeLines() {
        assertThatThrownBy(() -> spectrum(gallery("jordan", 2)).pseudo(0)).hasMessage("""
                pseudo(ε): ε must be a finite number above 0, but was 0
                  in:  spectrum(gallery("jordan", 2)).pseudo(0)
                  try: pseudo(1e-3)""");
        assertThatThrownBy(() -> spectrum(gallery("jordan", 2)).powers(-1)).hasMessage("""
                powers(k): k must be at least 0, but was -1
                  in:  spectrum(gallery("jordan", 2)).powers(-1)
                  try: powers(20)""");
        assertThatThrownBy(() -> lstm().spectrum().powers(5)).hasMessage("""
                powers(5): there is one matrix a gate here, and this is asked of one of them
                  in:  lstm().spectrum().powers(5)
                  try: gate("i").powers(5)""");
        assertThatThrownBy(() -> spectrum(jordan(0.5))).hasMessage("""
                spectrum(recipe): jordan(0.5) has no size of its own
                  in:  spectrum(jordan(0.5))
                  try: spectrum(jordan(0.5).sample(4))""");
    }
}
