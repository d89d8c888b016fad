package gradflow.internal.analysis;

/**
 * The least σ_min(A − z·I) on a circle |z| = r: found from a number of angles and where it was on the last circle, refined by
 * golden-section search. The matrix is real, so that half the circle is enough.
 */
final class CircleMinimum {
    private static final int ANGLES = 16;
    private static final int NARROWINGS = 20;

    /** By how much more a proof asks for less than the one before it, if that failed. */
    private static final double LOOSER = 30;

    private final double[][] rows;
    private final Resolvent resolvent;
    private double value;
    private double angle;

    /** @param rows read, {@code [n][n]}, entries of modulus below 1 */
    CircleMinimum(double[][] rows) {
        this.rows = rows;
        resolvent = Resolvent.ofScaled(rows);
    }

    /** {@return the least value on the last circle} */
    double value() {
        return value;
    }

    /** {@return where it was, 0..π} */
    double angle() {
        return angle;
    }

    /** Looks for the least value on |z| = r. */
    void search(double r) {
        scan(r);
        narrow(r, angle, Math.PI / ANGLES);
    }

    /** Looks at the least value on |z| = r from some angles alone. */
    void scan(double r) {
        double before = angle;
        value = Double.POSITIVE_INFINITY;
        double step = Math.PI / ANGLES;
        for (int k = 0; k <= ANGLES; k++) {
            double unused = look(r, k * step);
        }
        double unused = look(r, before);
    }

    private double look(double r, double theta) {
        double sigma = resolvent
                .at(r * StrictMath.cos(theta), r * StrictMath.sin(theta))
                .smallest();
        if (sigma < value) {
            value = sigma;
            angle = theta;
        }
        return sigma;
    }

    private void narrow(double r, double around, double step) {
        double left = Math.max(0, around - step);
        double right = Math.min(Math.PI, around + step);
        GoldenSection.narrow(theta -> look(r, theta), left, right, NARROWINGS);
    }

    /**
     * {@return a proven bound of the largest ‖(A − z·I)⁻¹‖₂ on |z| = r, infinite where none can be proved}
     *
     * @param tightness how far the bound's square may lie from what was found, relatively, if that can be proved
     */
    double provenInverse(double r, ResolventCertificate certificate, double tightness) {
        search(r);
        double loss = certificate.loss(r);
        for (double loose = tightness; loose < 1; loose *= LOOSER) {
            double squared = value * value * (1 - loose) - loss;
            if (squared > 0 && certificate.onCircle(r, squared)) {
                return 1 / Math.sqrt(squared);
            }
            if (loose == tightness && squared > 0) {
                lookWhereItCrosses(r, Math.sqrt(squared));
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Should there be an arc where it is lower still, its ends are known. */
    private void lookWhereItCrosses(double r, double level) {
        double[] crossings = LevelCrossings.angles(rows, r, level);
        for (int k = 0; k + 1 < crossings.length; k++) {
            double middle = 0.5 * (crossings[k] + crossings[k + 1]);
            double before = value;
            if (look(r, middle) < before) {
                narrow(r, middle, 0.5 * (crossings[k + 1] - crossings[k]));
            }
        }
    }
}
