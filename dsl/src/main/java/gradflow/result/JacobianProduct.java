package gradflow.result;

import gradflow.internal.analysis.CommonsMath;
import gradflow.internal.kernel.Lazy;
import gradflow.internal.kernel.Mat;
import gradflow.internal.kernel.Scaled;
import gradflow.report.Cell;
import gradflow.report.Column;
import gradflow.report.Curves;
import gradflow.report.Format;
import gradflow.report.Report;
import gradflow.report.Result;
import gradflow.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * One Jacobian ∂h_to/∂h_from, n×n, of an LSTM that of s = (h, c), 2n×2n: row i says what unit i of the later state owes to
 * each unit of the earlier one.
 */
public final class JacobianProduct implements Result {
    private final Setting setting;
    private final String name;
    private final String question;
    private final Lazy<Mat> matrix;
    private final Lazy<List<Scaled>> singularValues;

    /**
     * @param setting the run
     * @param name as ∂h_20/∂h_3
     * @param question as jacobian(3, 20)
     * @param matrix the entries; 0 or infinite where a double can't hold them
     * @param singularValues falling, another computation than the entries
     */
    public JacobianProduct(
            Setting setting, String name, String question, Lazy<Mat> matrix, Lazy<List<Scaled>> singularValues) {
        this.setting = setting;
        this.name = name;
        this.question = question;
        this.matrix = matrix;
        this.singularValues = singularValues;
    }

    /** {@return the entries, n×n (lstm: 2n×2n), a copy; 0 or infinite where a double can't hold them} */
    public RealMatrix matrix() {
        return CommonsMath.toRealMatrix(matrix.get());
    }

    /** {@return the singular values, falling; 0 or infinite where a double can't hold them} */
    public double[] singularValues() {
        return singularValues.get().stream().mapToDouble(Scaled::value).toArray();
    }

    /** {@return log₁₀ of the singular values, falling, right also where a double can't hold them} */
    public double[] log10SingularValues() {
        return singularValues.get().stream().mapToDouble(Scaled::log10).toArray();
    }

    /** {@return the largest singular value} */
    public double norm() {
        return singularValues.get().get(0).value();
    }

    @Override
    public Report report() {
        Mat entries = matrix.get();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("unit"));
        for (int j = 0; j < entries.columns(); j++) {
            columns.add(Column.of("∂[" + j + "]", Format.scientific(3)));
        }
        columns.add(Column.of("σ", Format.scientific(3)));
        List<List<Cell>> rows = IntStream.range(0, entries.rows())
                .mapToObj(i -> {
                    List<Cell> row = new ArrayList<>();
                    row.add(Cell.whole(i));
                    for (int j = 0; j < entries.columns(); j++) {
                        row.add(Cell.real(entries.at(i, j)));
                    }
                    row.add(Cell.real(singularValues.get().get(i)));
                    return row;
                })
                .toList();
        return Report.of(
                        setting.title(name),
                        setting.facts().get(),
                        Table.of(columns, rows),
                        setting.closing("‖" + name + "‖₂ = "
                                + Sentences.magnitude(singularValues.get().get(0))
                                + "; the last column holds the singular values, falling"),
                        setting.provenance(question, "product of step Jacobians, float64 with a separate exponent"))
                .drawn(Curves.logarithmic("singular value", columns.size() - 1).withLevel());
    }

    @Override
    public String toString() {
        return report().toString();
    }
}
