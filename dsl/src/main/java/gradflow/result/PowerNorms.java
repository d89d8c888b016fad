package gradflow.result;

import gradflow.internal.analysis.KreissConstant;
import gradflow.internal.check.Check;
import gradflow.internal.kernel.Lazy;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.complex.Complex;

/**
 * The transient of a matrix: ‖W^j‖₂ for j = 0..k beside ρ(W)^j, which is what the norms follow in the end and may be far from
 * on the way. A linear network multiplies its gradient by W once a step, so this is the most that its gradient can grow by.
 *
 * <p>Kreiss' constant K = sup (|z| − 1)·‖(z·I − W)⁻¹‖₂ over |z| &gt; 1 bounds the peak from both sides:
 * K ≤ max_j ‖W^j‖₂ ≤ e·n·K. It is given as an interval: the lower end is attained at {@link #kreissAt()}, the upper end is proven,
 * and infinite where doubles can't prove one. For ρ(W) &gt; 1 it is infinite, for ρ(W) = 1 it isn't computed.
 *
 * <p>Norms neither underflow nor overflow; {@link #log10(int)} is right where {@link #norm(int)} is 0 or infinite.
 *
 * <p>Accuracy: relative 1e-12 on the matrices of TransientTest. Where W has ill-conditioned eigenvectors, rounding is to be
 * expected near k·2^-52·κ(V)².
 *
 * @see "Trefethen, Embree (2005), Spectra and Pseudospectra, §§ 14-18; Spijker (1991)"
 */
public final class PowerNorms implements Result {
    private static final Format NORM = Format.scientific(3);
    private static final Format MEASURE = Format.significant(6);

    private final String name;
    private final Provenance provenance;
    private final Scaled radius;
    private final List<Scaled> norms;
    private final Lazy<KreissConstant.Kreiss> kreiss;

    /**
     * @param name as the title has it: W_hh
     * @param provenance where the numbers come from
     * @param radius ρ(W)
     * @param norms ‖W^j‖₂, j = 0..k
     * @param kreiss K, computed when it is asked for
     */
    PowerNorms(
            String name, Provenance provenance, Scaled radius, List<Scaled> norms, Lazy<KreissConstant.Kreiss> kreiss) {
        this.name = name;
        this.provenance = provenance;
        this.radius = radius;
        this.norms = List.copyOf(norms);
        this.kreiss = kreiss;
    }

    /** {@return ‖W^j‖₂, 0 or infinite where it lies outside the range of a double} */
    public double norm(int j) {
        return at("norm", j).value();
    }

    /** {@return log₁₀ ‖W^j‖₂, −∞ where W^j = 0} */
    public double log10(int j) {
        return at("log10", j).log10();
    }

    /** {@return ρ(W)^j} */
    public double radiusPower(int j) {
        var unused = at("radiusPower", j);
        return radius.power(j).value();
    }

    private Scaled at(String word, int j) {
        String where = provenance.expression() + "." + word + "(" + j + ")";
        Check.within(0, norms.size() - 1, j, word + "(j)", "j", where, word + "(" + (norms.size() - 1) + ")");
        return norms.get(j);
    }

    /** {@return the largest ‖W^j‖₂ of j = 0..k} */
    public double peak() {
        return norms.get(peakAt()).value();
    }

    /** {@return the least j at which the peak is} */
    public int peakAt() {
        int at = 0;
        for (int j = 1; j < norms.size(); j++) {
            at = norms.get(j).compareTo(norms.get(at)) > 0 ? j : at;
        }
        return at;
    }

    /** {@return the lower end of K, attained up to rounding; infinite for ρ(W) &gt; 1, NaN where ρ(W) can't be told from 1} */
    public double kreiss() {
        return kreiss.get().bounds().lower();
    }

    /** {@return the proven upper end of K, infinite where none could be proven, NaN where ρ(W) can't be told from 1} */
    public double kreissUpper() {
        return kreiss.get().bounds().upper();
    }

    /** {@return the z at which the lower end of K is attained; infinite where K = 1 is the limit for |z| → ∞} */
    public Complex kreissAt() {
        return new Complex(kreiss.get().re(), kreiss.get().im());
    }

    @Override
    public Report report() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int j = 0; j < norms.size(); j++) {
            Scaled power = radius.power(j);
            rows.add(List.of(
                    Cell.whole(j),
                    Cell.real(norms.get(j)),
                    Cell.real(power),
                    power.significand() == 0
                            ? Cell.blank()
                            : Cell.real(norms.get(j).over(power))));
        }
        Table table = Table.of(
                        List.of(
                                Column.of("j"),
                                Column.of("‖W^j‖₂", NORM),
                                Column.of("ρ^j", NORM),
                                Column.of("‖W^j‖₂/ρ^j", NORM)),
                        rows)
                .bars(1, true);
        return Report.of(
                        "powers of " + name,
                        List.of(
                                new Fact("ρ(W)", Cell.real(radius), MEASURE),
                                new Fact("peak", Cell.real(norms.get(peakAt())), MEASURE),
                                Fact.of("at j", peakAt()),
                                new Fact("Kreiss K", bracket(), MEASURE)),
                        table,
                        List.of(sentence()),
                        provenance)
                .drawn(Curves.logarithmic("norm", 1, 2).withLevel());
    }

    private Cell bracket() {
        double low = kreiss();
        double high = kreissUpper();
        if (high <= low * (1 + 1e-5) || Double.isNaN(low)) {
            return Cell.real(low);
        }
        return Cell.text(MEASURE.text(low) + (Double.isInfinite(high) ? " or more" : " to " + MEASURE.text(high)));
    }

    private String sentence() {
        double low = kreiss();
        if (Double.isNaN(low)) {
            return "K is not defined here: ρ(W) can't be told from 1, and whether the powers stay bounded with it";
        }
        if (Double.isInfinite(low)) {
            return "K = ∞: ρ(W) > 1, and the powers grow without bound";
        }
        if (Double.isInfinite(kreiss.get().re())) {
            return "K = 1: the powers outgrow no resolvent; ‖W^j‖₂ ≤ e·n for every j, and no peak is predicted";
        }
        return "K ≤ max ‖W^j‖₂ ≤ e·n·K: the powers must reach "
                + Sentences.factor(low) + " somewhere, although ρ(W)^j only falls; K is attained at z = "
                + Sentences.complex(kreiss.get().re(), kreiss.get().im());
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
