package gradflow.internal.analysis;

import gradflow.internal.kernel.Mat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.complex.Complex;

/**
 * The boundary of the ε-pseudospectrum of a real matrix, to be drawn: the lines σ_min(A − z·I) = ε, followed through the cells of
 * a grid. On each place σ_min = ε to seven digits or so; a part that lies between the places of the grid is missed, and
 * the eigenvalues in such parts are counted.
 */
public final class PseudospectralOutline {
    private static final int ROUGH = 40;
    private static final int CELLS = 120;

    /** From this size on a grid is coarser, since each of its places costs O(n²). */
    private static final int LARGE = 80;

    private static final int NARROWINGS = 8;
    private static final double LOWEST = -700;

    /** Of ln σ_min from ln ε: no eye sees more, and each further place costs O(n²). */
    private static final double CLOSE = 1e-7;

    private final Resolvent resolvent;
    private final double level;
    private final double left;
    private final double width;
    private final double height;
    private final int cells;

    /** ln σ_min − ln ε at the places of the grid. */
    private final double[][] field;

    private PseudospectralOutline(
            Resolvent resolvent, double epsilon, double left, double right, double height, int cells) {
        this.resolvent = resolvent;
        level = StrictMath.log(epsilon);
        this.left = left;
        this.width = right - left;
        this.height = height;
        this.cells = cells;
        field = new double[cells + 1][cells + 1];
        for (int j = 0; 2 * j <= cells; j++) {
            for (int i = 0; i <= cells; i++) {
                field[i][j] = at(re(i), im(j));
                field[i][cells - j] = field[i][j];
            }
        }
    }

    /**
     * A place in the complex plane.
     *
     * @param re its real part
     * @param im its imaginary part
     */
    public record Place(double re, double im) {}

    /**
     * What was found.
     *
     * @param loops closed lines, each with its first place at its end again
     * @param missed eigenvalues in parts too small for the grid
     */
    public record Outline(List<List<Place>> loops, long missed) {}

    /**
     * {@return the boundary}
     *
     * @param a square
     * @param values its eigenvalues
     * @param epsilon ε &gt; 0
     * @param reach the pseudospectral radius
     */
    public static Outline of(Mat a, Complex[] values, double epsilon, double reach) {
        Resolvent resolvent = Resolvent.of(a);
        // All of it lies in this circle, but it may be much smaller.
        PseudospectralOutline whole = new PseudospectralOutline(resolvent, epsilon, -reach, reach, reach, ROUGH);
        double left = Arrays.stream(values).mapToDouble(Complex::getReal).min().orElse(0);
        double right = Arrays.stream(values).mapToDouble(Complex::getReal).max().orElse(0);
        double top =
                Arrays.stream(values).mapToDouble(Complex::getImaginary).max().orElse(0);
        for (int i = 0; i <= ROUGH; i++) {
            for (int j = 0; j <= ROUGH; j++) {
                if (whole.isInside(i, j)) {
                    left = Math.min(left, whole.re(i));
                    right = Math.max(right, whole.re(i));
                    top = Math.max(top, Math.abs(whole.im(j)));
                }
            }
        }
        double margin = 2.2 * reach / ROUGH;
        PseudospectralOutline outline = new PseudospectralOutline(
                resolvent, epsilon, left - margin, right + margin, top + margin, a.rows() < LARGE ? CELLS : CELLS / 2);
        return new Outline(
                outline.loops(), Arrays.stream(values).filter(outline::misses).count());
    }

    private double at(double re, double im) {
        return Math.max(LOWEST, StrictMath.log(resolvent.smallestSingularValue(re, Math.abs(im))) - level);
    }

    private double re(double i) {
        return left + width * i / cells;
    }

    private double im(double j) {
        return height * (2 * j / cells - 1);
    }

    private boolean isInside(int i, int j) {
        return field[i][j] <= 0;
    }

    private boolean misses(Complex value) {
        int i = (int) ((value.getReal() - left) / width * cells);
        int j = (int) ((value.getImaginary() / height + 1) / 2 * cells);
        return !isInside(i, j) && !isInside(i + 1, j) && !isInside(i, j + 1) && !isInside(i + 1, j + 1);
    }

    /** The edge from place (i, j) upward or to the right. */
    private record Edge(int i, int j, boolean up) {}

    private boolean crosses(Edge edge) {
        return isInside(edge.i, edge.j) != isInside(edge.up ? edge.i : edge.i + 1, edge.up ? edge.j + 1 : edge.j);
    }

    private List<List<Place>> loops() {
        Map<Edge, List<Edge>> next = new LinkedHashMap<>();
        for (int i = 0; i < cells; i++) {
            for (int j = 0; j < cells; j++) {
                cell(i, j, next);
            }
        }
        List<List<Place>> loops = new ArrayList<>();
        while (!next.isEmpty()) {
            List<Place> loop = new ArrayList<>();
            Edge first = next.keySet().iterator().next();
            Edge edge = first;
            while (next.containsKey(edge)) {
                loop.add(place(edge));
                List<Edge> neighbours = next.remove(edge);
                edge = neighbours.stream().filter(next::containsKey).findFirst().orElse(first);
            }
            loop.add(loop.get(0));
            loops.add(loop);
        }
        return loops;
    }

    /** Joins the edges of a cell that the boundary crosses. */
    private void cell(int i, int j, Map<Edge, List<Edge>> next) {
        Edge bottom = new Edge(i, j, false);
        Edge right = new Edge(i + 1, j, true);
        Edge top = new Edge(i, j + 1, false);
        Edge leftmost = new Edge(i, j, true);
        List<Edge> crossed = List.of(bottom, right, top, leftmost).stream()
                .filter(this::crosses)
                .toList();
        if (crossed.size() == 2) {
            join(crossed.get(0), crossed.get(1), next);
        } else if (crossed.size() == 4) {
            // Two opposite corners are inside, and joined through the middle if that is inside too.
            boolean aroundBottomRight = at(re(i + 0.5), im(j + 0.5)) <= 0 == isInside(i, j);
            join(bottom, aroundBottomRight ? right : leftmost, next);
            join(top, aroundBottomRight ? leftmost : right, next);
        }
    }

    private static void join(Edge one, Edge other, Map<Edge, List<Edge>> next) {
        next.computeIfAbsent(one, edge -> new ArrayList<>()).add(other);
        next.computeIfAbsent(other, edge -> new ArrayList<>()).add(one);
    }

    /** {@return where the boundary crosses an edge, by regula falsi with the Illinois rule} */
    private Place place(Edge edge) {
        double from = 0;
        double to = 1;
        double below = field[edge.i][edge.j];
        double above = edge.up ? field[edge.i][edge.j + 1] : field[edge.i + 1][edge.j];
        double share = 0.5;
        double before = 0;
        for (int k = 0; k < NARROWINGS; k++) {
            share = from + (to - from) * (below / (below - above));
            double value = at(re(edge.up ? edge.i : edge.i + share), im(edge.up ? edge.j + share : edge.j));
            // An end that stays twice counts for half.
            boolean again = value < 0 == before < 0;
            if (Math.abs(value) <= CLOSE) {
                break;
            }
            if (value < 0 == below < 0) {
                from = share;
                below = value;
                above /= again ? 2 : 1;
            } else {
                to = share;
                above = value;
                below /= again ? 2 : 1;
            }
            before = value;
        }
        return new Place(re(edge.up ? edge.i : edge.i + share), im(edge.up ? edge.j + share : edge.j));
    }
}
