package gradflow.model;

import static gradflow.model.Recipes.*;
import static gradflow.model.Refusals.refused;

import org.junit.jupiter.api.Test;

/** What can be refused only when a matrix is drawn. */
class ShapeRefusalTest {
    @Test
    void sampleNeedsAtLeastOneEntryAndHasRoomForIt() {
        refused(() -> gaussian(0.1).sample(0), """
                sample(n): a matrix has 1 to 2^26 entries, but 0×0 was asked for
                  in:  gaussian(0.1).sample(0)
                  try: sample(4), a 4×4 matrix, or sample(4, 2), one of 4 rows and 2 columns""");
        refused(() -> gaussian(0.1).sample(3, -1), """
                sample(rows, columns): a matrix has 1 to 2^26 entries, but 3×-1 was asked for
                  in:  gaussian(0.1).sample(3, -1)
                  try: sample(4), a 4×4 matrix, or sample(4, 2), one of 4 rows and 2 columns""");
        refused(() -> gaussian(0.1).sample(100000, 100000, 7), """
                sample(rows, columns, seed): a matrix has 1 to 2^26 entries, but 100000×100000 was asked for
                  in:  gaussian(0.1).sample(100000, 100000, 7)
                  try: sample(4), a 4×4 matrix, or sample(4, 2), one of 4 rows and 2 columns""");
    }

    @Test
    void squareMatricesHaveNoOtherShape() {
        refused(() -> rotation(0.1).sample(4, 2), """
                rotation(0.1): the matrix must be square, but 4×2 was asked for
                  in:  rotation(0.1)
                  try: gaussian(0.1) or torchLinear(), which take any shape""");
        refused(() -> gaussian(0.1).withSpectralRadius(0.9).sample(4, 2), """
                gaussian(0.1).withSpectralRadius(0.9): the matrix must be square, but 4×2 was asked for
                  in:  gaussian(0.1).withSpectralRadius(0.9)
                  try: gaussian(0.1) or torchLinear(), which take any shape""");
    }

    @Test
    void diagonalHasAsManyNumbersAsRows() {
        refused(() -> diagonal(1, 2).sample(3), """
                diagonal(v…): a 3×3 matrix needs 3 numbers, but there are 2
                  in:  diagonal(1, 2)
                  try: as many numbers as rows, or identity(0.5), whose diagonal is of any length""");
    }

    @Test
    void unitaryNeedsAnEvenNumberOfUnits() {
        refused(() -> unitary().sample(5), """
                unitary(): a complex unit takes two real ones, so n must be even, but was 5
                  in:  unitary()
                  try: orthogonal(), which takes any n, or 6 units""");
    }

    @Test
    void matrixKeepsItsShape() {
        refused(() -> matrix(new double[][] {{1, 2}}).sample(2), """
                matrix(rows): a 2×2 matrix is needed, but this one is 1×2
                  in:  matrix(new double[][] {{1, 2}})
                  try: a matrix of 2 rows and 2 columns""");
    }

    @Test
    void nilpotentMatrixHasNoMultipleOfSomeSpectralRadius() {
        refused(() -> chain(1.02).withSpectralRadius(0.9).sample(4), """
                withSpectralRadius(ρ): every eigenvalue of chain(1.02) is 0, and so is that of any multiple
                  in:  chain(1.02).withSpectralRadius(0.9)
                  try: chain(1.02).withNorm(0.9), which scales the largest singular value""");
    }

    @Test
    void zeroMatrixHasNoMultipleOfSomeNorm() {
        refused(() -> zeros().withNorm(0.9).sample(4), """
                withNorm(σ): every entry of zeros() is 0, and so is that of any multiple
                  in:  zeros().withNorm(0.9)
                  try: orthogonal(0.9), or another recipe that isn't 0""");
    }

    @Test
    void entriesBeyondTheLargestDoubleAreNotDrawn() {
        refused(() -> gaussian(1e308).sample(4), """
                gaussian(1e308): an entry of the 4×4 matrix is larger than the largest double
                  in:  gaussian(1e308)
                  try: smaller numbers, such as gaussian(0.1)""");
        refused(() -> identity(1e300).times(1e300).sample(1, 2), """
                identity(1e300).times(1e300): an entry of the 1×2 matrix is larger than the largest double
                  in:  identity(1e300).times(1e300)
                  try: smaller numbers, such as gaussian(0.1)""");
    }
}
