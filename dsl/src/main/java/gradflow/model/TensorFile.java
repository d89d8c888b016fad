package gradflow.model;

import gradflow.internal.check.Check;
import gradflow.internal.check.Numerals;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of named tensors that were computed elsewhere: safetensors, NumPy's .npy (one array, which goes by the file's
 * name) or .npz. Opening reads the directory; a tensor's bytes are read when it is asked for. In between, no file is open.
 *
 * <pre>{@code
 * fromFile("weights.npz", "w_hh").sample(4)
 * }</pre>
 *
 * <p>The formats are told apart by their first bytes. Numbers of 16, 32 and 64 bits become doubles without rounding.
 */
public final class TensorFile {
    private final String path;
    private final TensorStore store;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

    private TensorFile(String path, TensorStore store) {
        this.path = path;
        this.store = store;
        store.tensors().forEach(tensor -> tensors.put(tensor.info().name(), tensor));
    }

    /**
     * Reads a file's directory.
     *
     * @param path where it lies, from the working directory on
     * @param where the expression that asks for it
     * @return the file, or refuses one that isn't there or not as its format wants it
     */
    public static TensorFile open(String path, String where) {
        Check.present(path, "the file", "its name", where, "\"weights.safetensors\"");
        try {
            return new TensorFile(path, OpenFile.at(path));
        } catch (Malformed e) {
            throw new Refusal(Expression.escaped(path) + ": " + e.what(), where, e.remedy());
        } catch (IOException e) {
            throw new Refusal(
                    Expression.escaped(path) + ": the file can't be read to its end", where, "a file that may be read");
        }
    }

    /** {@return where the file lies, as it was said} */
    public String path() {
        return path;
    }

    /** {@return its tensors, in the file's order} */
    public List<TensorInfo> tensors() {
        return store.tensors().stream().map(StoredTensor::info).toList();
    }

    /** {@return what else the file says of itself: safetensors' metadata} */
    public Map<String, String> metadata() {
        return store.metadata();
    }

    /** {@return what the file says of the tensor of this name, if it has one} */
    public Optional<TensorInfo> find(String name) {
        return Optional.ofNullable(tensors.get(name)).map(StoredTensor::info);
    }

    /**
     * Reads a tensor of two dimensions, or one of one dimension as a row.
     *
     * @param name of the tensor
     * @param where the expression that asks for it
     * @return its entries, all finite, or refuses
     */
    public Mat matrix(String name, String where) {
        StoredTensor tensor = real(name, where);
        List<Long> shape = tensor.info().shape();
        if (shape.isEmpty() || shape.size() > 2) {
            throw refusal(
                    tensor.said() + " must have one dimension (a row) or two (a matrix), but has " + shape.size()
                            + (shape.isEmpty() ? "" : ", " + tensor.info().shapeText()),
                    where,
                    "another tensor, or this one reshaped to a matrix in Python");
        }
        if (!Shapes.hasRoom(tensor.info().entries())) {
            throw refusal(
                    tensor.said() + ": a matrix has 1 to 2^26 entries, but this is "
                            + tensor.info().shapeText(),
                    where,
                    "another tensor");
        }
        double[] entries = read(tensor, where, Entries::all);
        int rows = shape.size() == 1 ? 1 : shape.get(0).intValue();
        int columns = shape.get(shape.size() - 1).intValue();
        Mat matrix =
                Mat.filled(rows, columns, (i, j) -> entries[tensor.columnsFirst() ? j * rows + i : i * columns + j]);
        if (!matrix.isFinite()) {
            throw notFinite(tensor, matrix, where);
        }
        return matrix;
    }

    /** {@return ‖·‖_F of a tensor of any shape, infinite or NaN if an entry is} */
    public Scaled norm(String name, String where) {
        return read(real(name, where), where, Entries::norm);
    }

    private StoredTensor real(String name, String where) {
        StoredTensor tensor = tensors.get(Check.present(name, "the tensor", "its name", where, "\"weight_hh\""));
        if (tensor == null) {
            throw refusal(
                    "there is no " + StoredTensor.said(name),
                    where,
                    tensors.isEmpty()
                            ? "another file: this one has no tensors"
                            : NearestNames.to(name, tensors.keySet()) + "; tensors(" + Expression.quoted(path)
                                    + ") lists them");
        }
        String dtype = tensor.info().dtype();
        if (dtype.endsWith("O")) {
            throw refusal(
                    tensor.said() + " has Python objects: a pickle, which can run any code when it is read",
                    where,
                    "an array of numbers: array.astype(\"float64\") in Python");
        }
        if (tensor.format().isEmpty()) {
            throw refusal(
                    tensor.said() + ": weights are floating-point numbers of 64, 32 or 16 bits, but these are "
                            + Expression.escaped(Expression.cut(dtype)),
                    where,
                    "another tensor, or in Python: array.astype(\"float64\")");
        }
        return tensor;
    }

    private interface Reading<T> {
        T from(StoredTensor tensor, InputStream in) throws IOException;
    }

    private <T> T read(StoredTensor tensor, String where, Reading<T> reading) {
        try (InputStream in = store.bytes(tensor)) {
            return reading.from(tensor, in);
        } catch (Malformed e) {
            throw refusal(e.what(), where, e.remedy());
        } catch (IOException e) {
            throw refusal(
                    tensor.said()
                            + " can't be read to its end: the file is damaged, or has changed since it was opened",
                    where,
                    "the file as it was saved; or save it again");
        }
    }

    private Refusal notFinite(StoredTensor tensor, Mat matrix, String where) {
        int i = 0;
        int j = 0;
        while (Double.isFinite(matrix.at(i, j))) {
            i += j == matrix.columns() - 1 ? 1 : 0;
            j = j == matrix.columns() - 1 ? 0 : j + 1;
        }
        return refusal(
                tensor.said() + ": every weight must be a finite number, but "
                        + (tensor.info().shape().size() == 1 ? "" : "[" + i + "]") + "[" + j + "] is "
                        + Numerals.plain(matrix.at(i, j)),
                where,
                "weights from before the training diverged");
    }

    private Refusal refusal(String what, String where, String remedy) {
        return new Refusal(Expression.escaped(path) + ": " + what, where, remedy);
    }
}
