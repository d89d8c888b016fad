package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;

/**
 * Kreiss' constant of a real 2×2 matrix with real eigenvalues λ₁, λ₂ inside the unit circle, in closed form. With
 *
 * <pre>
 * b  = √(‖A‖_F² − λ₁² − λ₂²)     Henrici's departure from normality
 * τ  = 1 − |λ₁ + λ₂|/2            c = ½·√((λ₁ − λ₂)² + b²),  so that w(A) = 1 − τ + c
 * t  = (b²τ/4 + (b/2)·c·√((1 − λ₁)(1 − λ₂))) / (c² − τ²)         for λ₁ + λ₂ ≥ 0
 * </pre>
 *
 * <p>K = 1 if c ≤ τ, and otherwise K = (t − τ)/(√(t² + b²/4) − c), attained at z = 1 − τ + t, with the sign of λ₁ + λ₂. For
 * λ₁ = λ₂ = a ≥ 0 this is K = b/(4(1 − a)) + (1 − a)/b for b ≥ 2(1 − a). It follows from σ_min(z − A) =
 * ½√((p + q)² + b²) − ½√((p − q)² + b²), p = |z − λ₁|, q = |z − λ₂|, where on |z| = r the real axis has both the least p + q
 * and the largest |p − q|; a pair of complex eigenvalues has no such place, and the general method is used.
 */
final class TwoByTwoKreiss {
    private static final double ROUNDING = 1e-13;

    private TwoByTwoKreiss() {}

    /** {@return whether the closed form holds} */
    static boolean hasRealEigenvalues(Mat a) {
        return TwoByTwo.eigenvalues(a.at(0, 0), a.at(0, 1), a.at(1, 0), a.at(1, 1))[0].getImaginary() == 0;
    }

    static KreissConstant.Kreiss of(Mat a) {
        var values = TwoByTwo.eigenvalues(a.at(0, 0), a.at(0, 1), a.at(1, 0), a.at(1, 1));
        double sign = values[0].getReal() + values[1].getReal() < 0 ? -1 : 1;
        double first = sign * values[0].getReal();
        double second = sign * values[1].getReal();
        // ‖A‖_F² − λ₁² − λ₂² = (a₁₂ − a₂₁)², without cancellation.
        double half = 0.5 * Math.abs(a.at(0, 1) - a.at(1, 0));
        double apart = 0.5 * Math.abs(first - second);
        double tau = 1 - 0.5 * (first + second);
        double c = Math.sqrt(apart * apart + half * half);
        if (c <= tau) {
            return new KreissConstant.Kreiss(new Bracket(1, 1), Double.POSITIVE_INFINITY, 0);
        }
        double t = (half * half * tau + half * c * Math.sqrt((1 - first) * (1 - second))) / ((c - tau) * (c + tau));
        double sigma = (t - apart) * (t + apart) / (Math.sqrt(t * t + half * half) + c);
        double k = (t - tau) / sigma;
        return new KreissConstant.Kreiss(
                new Bracket(Math.max(1, k * (1 - ROUNDING)), k * (1 + ROUNDING)), sign * (1 - tau + t), 0);
    }
}
