package gradflow.model;

import com.google.errorprone.annotations.Immutable;
import gradflow.internal.kernel.Mat;

/** What PyTorch's modules and {@code torch.nn.init} draw by default. Fan-out is the rows, fan-in the columns. */
enum TorchInit implements Recipe {
    TORCH_LINEAR("torchLinear", (random, rows, columns) -> uniform(random, rows, columns, linear(columns))),
    XAVIER_UNIFORM("xavierUniform", (random, rows, columns) -> uniform(random, rows, columns, xavier(rows, columns))),
    XAVIER_NORMAL("xavierNormal", (random, rows, columns) -> random.normal(rows, columns, xavier(rows, columns))),
    KAIMING_UNIFORM("kaimingUniform", (random, rows, columns) -> uniform(random, rows, columns, kaiming(columns))),
    KAIMING_NORMAL("kaimingNormal", (random, rows, columns) -> random.normal(rows, columns, kaiming(columns)));

    private final String word;
    private final Law law;

    TorchInit(String word, Law law) {
        this.word = word;
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
    public String toString() {
        return word + "()";
    }
}
