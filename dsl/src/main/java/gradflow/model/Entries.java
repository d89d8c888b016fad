package gradflow.model;

import gradflow.internal.analysis.Norms;
import gradflow.internal.kernel.Interrupts;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The entries of a tensor, read in chunks: memory grows with what the file really holds, since a header can promise
 * anything.
 */
final class Entries {
    private static final int CHUNK = 8192;

    private final StoredTensor tensor;
    private final FloatFormat format;
    private final InputStream in;
    private final byte[] bytes;
    private long left;

    private Entries(StoredTensor tensor, InputStream in) {
        this.tensor = tensor;
        this.in = in;
        format = tensor.format().orElseThrow();
        bytes = new byte[CHUNK * format.bytes()];
        left = tensor.info().entries();
    }

    /** {@return all entries, in the order of the file} */
    static double[] all(StoredTensor tensor, InputStream in) throws IOException {
        Entries entries = new Entries(tensor, in);
        double[] all = new double[0];
        int size = 0;
        while (entries.left > 0) {
            double[] chunk = entries.chunk();
            if (size + chunk.length > all.length) {
                long room = Math.max(2L * all.length, size + chunk.length);
                all = Arrays.copyOf(all, (int) Math.min(room, tensor.info().entries()));
            }
            System.arraycopy(chunk, 0, all, size, chunk.length);
            size += chunk.length;
        }
        return all;
    }

    /** {@return ‖·‖_F, infinite or NaN if an entry is} */
    static Scaled norm(StoredTensor tensor, InputStream in) throws IOException {
        Entries entries = new Entries(tensor, in);
        List<Scaled> norms = new ArrayList<>();
        double notFinite = 0;
        while (entries.left > 0) {
            Mat chunk = Mat.of(new double[][] {entries.chunk()});
            if (chunk.isFinite()) {
                norms.add(Norms.frobenius(chunk));
            } else {
                for (int i = 0; i < chunk.columns(); i++) {
                    notFinite += Math.abs(chunk.at(0, i)) <= Double.MAX_VALUE ? 0 : Math.abs(chunk.at(0, i));
                }
            }
        }
        return notFinite == 0 ? together(norms) : Scaled.of(notFinite);
    }

    /** The norm of the norms, each divided by the largest: a sum of squares could overflow. */
    private static Scaled together(List<Scaled> norms) {
        Scaled largest = norms.stream().max(Scaled::compareTo).orElse(Scaled.ZERO);
        if (largest.significand() == 0) {
            return largest;
        }
        double[] ratios =
                norms.stream().mapToDouble(norm -> norm.over(largest).value()).toArray();
        return largest.times(Norms.frobenius(Mat.of(new double[][] {ratios})));
    }

    private double[] chunk() throws IOException {
        Interrupts.poll();
        int count = (int) Math.min(CHUNK, left);
        int wanted = count * format.bytes();
        if (in.readNBytes(bytes, 0, wanted) < wanted) {
            throw new EOFException(tensor.said());
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(tensor.order());
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = format.next(buffer);
        }
        left -= count;
        return values;
    }
}
