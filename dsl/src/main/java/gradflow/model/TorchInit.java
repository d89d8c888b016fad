package gradflow.model;

import com.google.errorprone.annotations.Immutable;
import gradflow.internal.kernel.Mat;
import java.util.Locale;

/** What PyTorch's modules and {@code torch.nn.init} draw by default. Fan-out is the rows, fan-in the columns. */
enum TorchInit implements Recipe {
    TORCH_LINEAR(
            "torchLinear",
            "nn.Linear(%2$d, %1$d, bias=False).weight.detach()",
            (random, rows, columns) -> uniform(random, rows, columns, linear(columns))),
    XAVIER_UNIFORM(
            "xavierUniform",
            "nn.init.xavier_uniform_(torch.empty(%d, %d))",
            (random, rows, columns) -> uniform(random, rows, columns, xavier(rows, columns))),
    XAVIER_NORMAL(
            "xavierNormal",
            "nn.init.xavier_normal_(torch.empty(%d, %d))",
            (random, rows, columns) -> random.normal(rows, columns, xavier(rows, columns))),
    KAIMING_UNIFORM(
            "kaimingUniform",
            "nn.init.kaiming_uniform_(torch.empty(%d, %d))",
            (random, rows, columns) -> uniform(random, rows, columns, kaiming(columns))),
    KAIMING_NORMAL(
            "kaimingNormal",
            "nn.init.kaiming_normal_(torch.empty(%d, %d))",
            (random, rows, columns) -> random.normal(rows, columns, kaiming(columns)));

    private final String word;
    private final String torch;
    private final Law law;

    TorchInit(String word, String torch, Law law) {
        this.word = word;
        this.torch = torch;
        this.law = law;
    }

    @Immutable
    @FunctionalInterface
    private interface Law {
        Mat draw(TorchRandom random, int rows, int columns);
    }

    private static Mat uniform(TorchRandom random, int rows, int columns, double std) {
        double bound = Math.sqrt(3) * std;
        return random.uniform(rows, columns, -bound, bound);
    }

    /** 1/√(3·fan-in), as PyTorch gets there by {@code kaiming_uniform_(a=√5)}: the short form can round differently. */
    private static double linear(int columns) {
        double slope = Math.sqrt(5);
        return Math.sqrt(2 / (1 + slope * slope)) / Math.sqrt(columns);
    }

    private static double xavier(int rows, int columns) {
        return Math.sqrt(2 / ((double) rows + columns));
    }

    private static double kaiming(int columns) {
        return Math.sqrt(2) / Math.sqrt(columns);
    }

    @Override
    public Mat draw(int rows, int columns, TorchRandom random) {
        return law.draw(random, rows, columns);
    }

    @Override
    public TorchCode torch(int rows, int columns) {
        return TorchCode.widened(String.format(Locale.ROOT, torch, rows, columns));
    }

    @Override
    public String toString() {
        return word + "()";
    }
}
