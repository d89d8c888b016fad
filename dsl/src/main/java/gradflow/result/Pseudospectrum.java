package gradflow.result;

import gradflow.internal.analysis.PseudospectralOutline;
import gradflow.internal.analysis.PseudospectralReach;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Fact;
import gradflow.report.Format;
import gradflow.report.Provenance;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import gradflow.report.plot.Plot;
import gradflow.report.plot.Series;
import java.util.List;
import org.apache.commons.math3.complex.Complex;

/**
 * How far the ε-pseudospectrum of W reaches, the set of all eigenvalues of W + E with ‖E‖₂ ≤ ε: farthest from 0 (the
 * ε-pseudospectral radius ρ_ε) and farthest to the right (the abscissa α_ε), each with a point z where that is so,
 * σ_min(W − z·I) = ε. For a normal matrix ρ_ε = ρ + ε; beyond that, a small change of the weights moves eigenvalues by more
 * than its size.
 *
 * <p>By criss-cross search over the whole circle and the whole vertical line at once, not on a grid.
 *
 * <p>Accuracy: relative 1e-9 as long as ε exceeds about n·2^-52·‖W‖₂ (PseudospectralReachTest).
 *
 * @see "Trefethen, Embree (2005), Spectra and Pseudospectra; Burke, Lewis, Overton (2003); Mengi, Overton (2005)"
 */
public final class Pseudospectrum implements Result {
    private static final Format VALUE = Format.fixed(6);
    private static final Format MEASURE = Format.significant(6);

    /** Up to here ρ_ε − ρ counts as ε. */
    private static final double NORMAL = 1 + 1e-6;

    private final String name;
    private final Provenance provenance;
    private final double epsilon;
    private final SpectrumBlock block;
    private final PseudospectralReach.Farthest radius;
    private final PseudospectralReach.Farthest abscissa;

    Pseudospectrum(String name, Provenance provenance, double epsilon, SpectrumBlock block) {
        this.name = name;
        this.provenance = provenance;
        this.epsilon = epsilon;
        this.block = block;
        radius = block.pseudoRadius(epsilon);
        abscissa = block.pseudoAbscissa(epsilon);
    }

    /** {@return ρ_ε = max |z|} */
    public double radius() {
        return radius.reach();
    }

    /** {@return a z with |z| = ρ_ε, in the upper half plane; its conjugate reaches as far} */
    public Complex radiusAt() {
        return new Complex(radius.re(), radius.im());
    }

    /** {@return α_ε = max Re z} */
    public double abscissa() {
        return abscissa.reach();
    }

    /** {@return a z with Re z = α_ε, in the upper half plane; its conjugate reaches as far} */
    public Complex abscissaAt() {
        return new Complex(abscissa.re(), abscissa.im());
    }

    /** {@return (ρ_ε − ρ)/ε: by how much more than its size a change of the weights can move the spectral radius} */
    public double amplification() {
        return (radius.reach() - block.radius()) / epsilon;
    }

    @Override
    public Report report() {
        Table table = Table.of(
                List.of(
                        Column.of(""),
                        Column.of("without", VALUE),
                        Column.of("with ε", VALUE),
                        Column.of("Re z", VALUE),
                        Column.of("Im z", VALUE)),
                List.of(row("max |z|", block.radius(), radius), row("max Re z", block.abscissa(), abscissa)));
        return Report.of(
                        "ε-pseudospectrum of " + name,
                        List.of(Fact.of("ε", epsilon, MEASURE), Fact.of("(ρ_ε − ρ)/ε", amplification(), MEASURE)),
                        table,
                        List.of(sentence()),
                        provenance)
                .drawn(this::plane);
    }

    /** {@return the eigenvalues within the boundary, the places that reach farthest, and the unit circle} */
    private Plot plane(Report report) {
        PseudospectralOutline.Outline outline = block.outline(epsilon, radius.reach());
        Plot plot = Plot.plane(
                        report.title(),
                        report.provenance().expression(),
                        "z",
                        List.of(block.points("eigenvalues"), farthest()))
                .lines(
                        "σ_min(W − z·I) = " + MEASURE.text(epsilon),
                        outline.loops().stream()
                                .map(loop -> loop.stream()
                                        .map(place -> point(place.re(), place.im()))
                                        .toList())
                                .toList());
        return outline.missed() == 0
                ? plot
                : plot.remark("around " + outline.missed() + " of " + block.eigenvalues().length
                        + " eigenvalues the boundary is too close to be drawn");
    }

    private Series farthest() {
        return new Series(
                "farthest from 0",
                radius.im() == 0
                        ? List.of(point(radius.re(), 0))
                        : List.of(point(radius.re(), radius.im()), point(radius.re(), -radius.im())));
    }

    private static Series.Point point(double re, double im) {
        return new Series.Point(Scaled.of(re), Scaled.of(im));
    }

    private static List<Cell> row(String what, double without, PseudospectralReach.Farthest with) {
        return List.of(
                Cell.text(what),
                Cell.real(without),
                Cell.real(with.reach()),
                Cell.real(with.re()),
                Cell.real(with.im()));
    }

    private String sentence() {
        String change = "a change of the weights of norm " + Sentences.factor(epsilon);
        if (block.radius() < 1 && radius.reach() >= 1) {
            return change + " is enough to bring an eigenvalue onto the unit circle, although ρ(W) = "
                    + Sentences.factor(block.radius());
        }
        return change + " can move the spectral radius to " + MEASURE.text(radius.reach()) + ", by "
                + (amplification() < NORMAL
                        ? "no more than its own size, as if W were a normal matrix"
                        : Sentences.factor(amplification())
                                + " times its own size; that of a normal matrix moves by its size at most");
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
