package gradflow.model;

import static gradflow.model.Recipes.*;
import static gradflow.model.Refusals.refused;

import org.junit.jupiter.api.Test;

class RecipeRefusalTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void identityRefusesWhatIsNotANumber() {
        refused(() -> identity(NAN), """
                identity(s): s must be a finite number, but was NaN
                  in:  identity(NaN)
                  try: identity(0.5), half the identity matrix""");
    }

    @Test
    void rotationJordanAndChainRefuseWhatIsNotANumber() {
        refused(() -> rotation(INFINITY), """
                rotation(θ): θ must be a finite number, but was Infinity
                  in:  rotation(Infinity)
                  try: rotation(0.1), an angle in radians""");
        refused(() -> jordan(NAN), """
                jordan(λ, off): λ must be a finite number, but was NaN
                  in:  jordan(NaN)
                  try: jordan(0.9)""");
        refused(() -> jordan(0.9, NAN), """
                jordan(λ, off): off must be a finite number, but was NaN
                  in:  jordan(0.9, NaN)
                  try: jordan(0.9, 1)""");
        refused(() -> chain(NAN), """
                chain(α): α must be a finite number, but was NaN
                  in:  chain(NaN)
                  try: chain(1.02)""");
    }

    @Test
    void diagonalRefusesNothingNullAndWhatIsNotANumber() {
        refused(() -> diagonal(), """
                diagonal(v…): at least one number is needed
                  in:  diagonal()
                  try: diagonal(0.9, 0.5) for a 2×2 matrix""");
        refused(() -> diagonal((double[]) null), """
                diagonal(v…): v must not be null
                  in:  diagonal(null)
                  try: diagonal(0.9, 0.5) for a 2×2 matrix""");
        refused(() -> diagonal(1, NAN), """
                diagonal(v…): v must be a finite number, but was NaN
                  in:  diagonal(1, NaN)
                  try: diagonal(0.9, 0.5) for a 2×2 matrix""");
    }

    @Test
    void scalesOfRandomMatricesMustBeFinite() {
        refused(() -> gaussian(-0.1), """
                gaussian(std): std must be a finite number, 0 or more, but was -0.1
                  in:  gaussian(-0.1)
                  try: gaussian(0.1), a standard deviation""");
        refused(() -> uniform(-1), """
                uniform(bound): bound must be a finite number, 0 or more, but was -1
                  in:  uniform(-1)
                  try: uniform(0.5), entries between -0.5 and 0.5""");
        refused(() -> ginibre(NAN), """
                ginibre(g): g must be a finite number, 0 or more, but was NaN
                  in:  ginibre(NaN)
                  try: ginibre(1), whose eigenvalues fill the unit disc""");
        refused(() -> orthogonal(INFINITY), """
                orthogonal(gain): gain must be a finite number, but was Infinity
                  in:  orthogonal(Infinity)
                  try: orthogonal(), gain 1""");
    }

    @Test
    void matrixRefusesWhatIsNoMatrixOfNumbers() {
        refused(() -> matrix((double[][]) null), """
                matrix(rows): rows must not be null
                  in:  matrix(null)
                  try: matrix(new double[][] {{1, 2}, {3, 4}})""");
        refused(() -> matrix(new double[][] {{1}, null}), """
                matrix(rows): rows[1] must not be null
                  in:  matrix(rows)
                  try: matrix(new double[][] {{1, 2}, {3, 4}})""");
        refused(() -> matrix(new double[0][]), """
                matrix(rows): at least one entry is needed
                  in:  matrix(new double[][] {})
                  try: matrix(new double[][] {{1, 2}, {3, 4}})""");
        refused(() -> matrix(new double[][] {{1, 2}, {3}}), """
                matrix(rows): rows must have one length, but row 0 has 2 and row 1 has 1
                  in:  matrix(new double[][] {{1, 2}, {3}})
                  try: matrix(new double[][] {{1, 2}, {3, 4}})""");
        refused(() -> matrix(new double[][] {{1, 2}, {3, NAN}}), """
                matrix(rows): rows[1][1] must be a finite number, but was NaN
                  in:  matrix(new double[][] {{1, 2}, {3, NaN}})
                  try: matrix(new double[][] {{1, 2}, {3, 4}})""");
    }

    @Test
    void combinatorsQuoteTheExpressionAsFarAsItGoes() {
        refused(() -> identity(0.5).plusNoise(-1), """
                plusNoise(std): std must be a finite number, 0 or more, but was -1
                  in:  identity(0.5).plusNoise(-1)
                  try: identity(0.5).plusNoise(0.05), a standard deviation""");
        refused(() -> identity(0.5).plus(null), """
                plus(recipe): recipe must not be null
                  in:  identity(0.5).plus(null)
                  try: identity(0.5).plus(gaussian(0.1))""");
        refused(() -> identity(0.5).plusNoise(0.1).times(NAN), """
                times(k): k must be a finite number, but was NaN
                  in:  identity(0.5).plusNoise(0.1).times(NaN)
                  try: identity(0.5).plusNoise(0.1).times(2)""");
        refused(() -> gaussian(1).withSpectralRadius(-0.9), """
                withSpectralRadius(ρ): ρ must be a finite number, 0 or more, but was -0.9
                  in:  gaussian(1).withSpectralRadius(-0.9)
                  try: gaussian(1).withSpectralRadius(0.9)""");
        refused(() -> gaussian(1).withNorm(INFINITY), """
                withNorm(σ): σ must be a finite number, 0 or more, but was Infinity
                  in:  gaussian(1).withNorm(Infinity)
                  try: gaussian(1).withNorm(1)""");
    }
}
