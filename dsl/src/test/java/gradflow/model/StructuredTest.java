package gradflow.model;

import static gradflow.model.Recipes.chain;
import static gradflow.model.Recipes.diagonal;
import static gradflow.model.Recipes.identity;
import static gradflow.model.Recipes.jordan;
import static gradflow.model.Recipes.matrix;
import static gradflow.model.Recipes.rotation;
import static gradflow.model.Recipes.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class StructuredTest {
    private static final double COS = StrictMath.cos(0.3);
    private static final double SIN = StrictMath.sin(0.3);

    @Test
    void identityIsRectangularLikeTorchEye() {
        assertThat(identity(0.5).sample(2, 3).getData()).isDeepEqualTo(new double[][] {{0.5, 0, 0}, {0, 0.5, 0}});
        assertThat(identity(2).sample(1, 2).getData()).isDeepEqualTo(new double[][] {{2, 0}});
    }

    @Test
    void zerosTakeAnyShape() {
        assertThat(zeros().sample(1, 3).getData()).isDeepEqualTo(new double[][] {{0, 0, 0}});
    }

    @Test
    void diagonalHoldsItsValues() {
        assertThat(diagonal(1, -0.5).sample(2).getData()).isDeepEqualTo(new double[][] {{1, 0}, {0, -0.5}});
    }

    @Test
    void rotationTurnsPlanesAndKeepsAnOddUnit() {
        assertThat(rotation(0.3).sample(5).getData()).isDeepEqualTo(new double[][] {
            {COS, -SIN, 0, 0, 0},
            {SIN, COS, 0, 0, 0},
            {0, 0, COS, -SIN, 0},
            {0, 0, SIN, COS, 0},
            {0, 0, 0, 0, 1}
        });
        assertThat(rotation(0.3).sample(1).getData()).isDeepEqualTo(new double[][] {{1}});
        assertThat(rotation(0.3).sample(2).getData()).isDeepEqualTo(new double[][] {{COS, -SIN}, {SIN, COS}});
    }

    @Test
    void jordanHasOnesAboveTheDiagonalUnlessToldOtherwise() {
        assertThat(jordan(0.9).sample(3).getData())
                .isDeepEqualTo(new double[][] {{0.9, 1, 0}, {0, 0.9, 1}, {0, 0, 0.9}});
        assertThat(jordan(0.5, 10).sample(2).getData()).isDeepEqualTo(new double[][] {{0.5, 10}, {0, 0.5}});
    }

    @Test
    void chainVanishesAtItsNthPowerAndGrowsUntilThen() {
        RealMatrix chain = chain(1.5).sample(4);
        assertThat(chain.power(3).getData()[0]).containsExactly(0, 0, 0, 1.5 * 1.5 * 1.5);
        assertThat(chain.power(4).getFrobeniusNorm()).isZero();
    }

    @Test
    void matrixIsCopiedInAndOut() {
        double[][] rows = {{1, 2}, {3, 4}};
        Recipe given = matrix(rows);
        rows[0][0] = 9;
        given.sample(2).setEntry(0, 0, 9);
        assertThat(given.sample(2).getData()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        assertThat(matrix(MatrixUtils.createRealMatrix(new double[][] {{1, 2}, {3, 4}})))
                .isEqualTo(given);
    }
}
