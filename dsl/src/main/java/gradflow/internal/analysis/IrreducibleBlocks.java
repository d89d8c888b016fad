package gradflow.internal.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The strongly connected components of the graph that has an edge i → j where a_ij ≠ 0. Ordered by them, A is block
 * triangular, so its eigenvalues are exactly those of its diagonal blocks. A triangular matrix, a chain, a Jordan block,
 * dead units fall apart into 1×1 blocks, which are eigenvalues without any rounding.
 *
 * @see "Tarjan (1972), Depth-first search and linear graph algorithms; here in Kosaraju's form, two searches"
 */
final class IrreducibleBlocks {
    private final double[][] a;
    private final boolean[] seen;

    private IrreducibleBlocks(double[][] a) {
        this.a = a;
        this.seen = new boolean[a.length];
    }

    /**
     * {@return the index sets of the diagonal blocks, each rising}
     *
     * @param a read, {@code [n][n]}
     */
    static List<int[]> of(double[][] a) {
        IrreducibleBlocks forward = new IrreducibleBlocks(a);
        List<Integer> finished = new ArrayList<>(a.length);
        for (int i = 0; i < a.length; i++) {
            forward.search(i, true, finished);
        }
        IrreducibleBlocks backward = new IrreducibleBlocks(a);
        List<int[]> blocks = new ArrayList<>();
        for (int k = a.length - 1; k >= 0; k--) {
            List<Integer> component = new ArrayList<>();
            backward.search(finished.get(k), false, component);
            if (!component.isEmpty()) {
                blocks.add(
                        component.stream().mapToInt(Integer::intValue).sorted().toArray());
            }
        }
        return blocks;
    }

    /** Depth first from {@code start}, along the edges or against them; appends vertices as they are finished. */
    private void search(int start, boolean along, List<Integer> finished) {
        if (seen[start]) {
            return;
        }
        Deque<int[]> path = new ArrayDeque<>();
        seen[start] = true;
        path.push(new int[] {start, 0});
        while (!path.isEmpty()) {
            int[] vertexAndNext = path.element();
            int next = unseenNeighbour(vertexAndNext[0], vertexAndNext[1], along);
            if (next < a.length) {
                vertexAndNext[1] = next + 1;
                seen[next] = true;
                path.push(new int[] {next, 0});
            } else {
                finished.add(path.pop()[0]);
            }
        }
    }

    private int unseenNeighbour(int vertex, int from, boolean along) {
        int next = from;
        while (next < a.length && (seen[next] || (along ? a[vertex][next] : a[next][vertex]) == 0)) {
            next++;
        }
        return next;
    }
}
