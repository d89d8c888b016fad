package gradflow.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradflow.internal.kernel.Mat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalityTest {
    private static Normality of(Mat a) {
        return Normality.of(a, Eigenvalues.of(a));
    }

    @Test
    void chainHasTheHenriciNumberOfItsStrictTriangle() {
        Mat chain = Mat.filled(4, 4, (i, j) -> i == j ? 0.5 : j == i + 1 ? 2 : 0);
        assertThat(of(chain).henrici()).isCloseTo(2 * Math.sqrt(3), within(1e-14));
        assertThat(of(chain).henriciUncertainty()).isLessThan(1e-13);
        assertThat(of(chain).isNormal()).isFalse();
        // A·Aᵀ − Aᵀ·A = diag(4, 0, 0, −4) for the shift part; the diagonal part commutes with all.
        assertThat(of(chain).commutator()).isCloseTo(Math.sqrt(32), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 32})
    void normalMatricesDepartByNoMoreThanTheUncertainty(int n) {
        Mat q = Matrices.orthogonal(n, new Random(n));
        Mat g = Matrices.gaussian(n, new Random(n));
        Mat rotatedIdentity =
                Matrices.times(Matrices.times(q, Matrices.identity(n).times(0.7)), q.transposed());
        for (Mat normal :
                new Mat[] {q, g.plus(g.transposed()), g.plus(g.transposed().times(-1)), rotatedIdentity}) {
            assertThat(of(normal).isNormal()).isTrue();
            assertThat(of(normal).henrici()).isLessThanOrEqualTo(of(normal).henriciUncertainty() + 1e-300);
            assertThat(of(normal).henriciUncertainty())
                    .isLessThan(1e-6 * (1 + Norms.frobenius(normal).value()));
        }
    }

    @Test
    void smallNoiseBesideTheIdentityIsStillSeen() {
        Mat noise = Matrices.gaussian(4, new Random(1));
        Mat a = Matrices.identity(4).plus(noise.times(0x1p-30));
        assertThat(of(a).isNormal()).isFalse();
        assertThat(of(a).henrici() * 0x1p30)
                .isCloseTo(of(noise).henrici(), within(of(a).henriciUncertainty() * 0x1p30));
        assertThat(of(a).henriciUncertainty() * 0x1p30).isLessThan(1e-3);
    }

    @Test
    void frobeniusNormNeitherUnderflowsNorOverflows() {
        Mat a = Mat.of(new double[][] {{3, 4}, {0, 12}});
        assertThat(Norms.frobenius(a).value()).isEqualTo(13);
        assertThat(Norms.frobenius(a.times(0x1p-1030)).value()).isEqualTo(13 * 0x1p-1030);
        assertThat(Norms.frobenius(a.times(0x1p1020)).log10())
                .isCloseTo(Math.log10(13) + 1020 * Math.log10(2), within(1e-12));
        assertThat(Norms.frobenius(Mat.of(new double[0][0])).value()).isZero();
    }
}
