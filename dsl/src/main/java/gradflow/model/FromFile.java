package gradflow.model;

import gradflow.internal.check.Check;
import gradflow.internal.check.Refusal;
import gradflow.internal.kernel.Mat;
import java.util.Optional;

/** A matrix that a file has. It is read when the word is spoken, so that a later change to the file changes nothing. */
record FromFile(String file, String name, Mat values) implements Recipe {
    private static final String WORD = "fromFile(file, name)";

    static FromFile of(String file, String name) {
        String remedy = "fromFile(\"weights.safetensors\", \"weight_hh\")";
        Check.present(file, WORD, "file", "fromFile(null, …)", remedy);
        Check.present(name, WORD, "name", "fromFile(" + Expression.quoted(file) + ", null)", remedy);
        String where = text(file, name);
        return new FromFile(file, name, TensorFile.open(file, where).matrix(name, where));
    }

    @Override
    public Mat draw(int rows, int columns, TorchRandom random) {
        if (values.rows() != rows || values.columns() != columns) {
            throw new Refusal(
                    WORD + ": a " + rows + "×" + columns + " matrix is needed, but " + Expression.brief(name) + " is "
                            + values.shape(),
                    toString(),
                    "a tensor of " + rows + " rows and " + columns + " columns; tensors(" + Expression.quoted(file)
                            + ") lists them");
        }
        return values;
    }

    @Override
    public TorchCode torch(int rows, int columns) {
        return TorchCode.call(TorchFunction.LOAD, TorchCode.string(file) + ", " + TorchCode.string(name));
    }

    @Override
    public Optional<Mat> given() {
        return Optional.of(values);
    }

    @Override
    public String toString() {
        return text(file, name);
    }

    private static String text(String file, String name) {
        return "fromFile(" + Expression.quoted(file) + ", " + Expression.quoted(name) + ")";
    }
}
