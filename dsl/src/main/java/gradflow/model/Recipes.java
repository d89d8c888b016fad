package gradflow.model;

import org.apache.commons.math3.linear.RealMatrix;

/** The words for recipes, one line each. The matrix has the shape that the network asks for, n×m here. */
public final class Recipes {
    private Recipes() {}

    /** {@return s on the diagonal, 0 elsewhere; any shape} */
    public static Recipe identity(double s) {
        return new Structured.ScaledIdentity(s);
    }

    /** {@return 0 everywhere; any shape} */
    public static Recipe zeros() {
        return new Structured.Zeros();
    }

    /** {@return these values on the diagonal, as many as there are rows; square} */
    public static Recipe diagonal(double... v) {
        return Structured.Diagonal.of(v);
    }

    /** {@return planes turned by θ (radians), two units each; where n is odd, the last unit is kept; square} */
    public static Recipe rotation(double theta) {
        return new Structured.Rotation(theta);
    }

    /** {@return λ on the diagonal, 1 above it: one eigenvalue, one eigenvector; square} */
    public static Recipe jordan(double lambda) {
        return jordan(lambda, 1);
    }

    /** {@return λ on the diagonal, {@code off} above it; square} */
    public static Recipe jordan(double lambda, double off) {
        return new Structured.Jordan(lambda, off);
    }

    /** {@return α above the diagonal, 0 elsewhere: ρ = 0, and yet ‖W^k‖ = α^k for every k below n; square} */
    public static Recipe chain(double alpha) {
        return new Structured.Chain(alpha);
    }

    /** {@return a copy of this matrix, row by row; its own shape} */
    public static Recipe matrix(double[][] rows) {
        return Given.of(rows);
    }

    /** {@return a copy of this matrix; its own shape} */
    public static Recipe matrix(RealMatrix matrix) {
        return Given.of(matrix);
    }

    /** {@return a matrix of the textbooks, by name and size: {@code gallery("grcar", 32)}; its own shape} */
    public static Recipe gallery(String name, int n) {
        return Gallery.of(name, n);
    }

    /** {@return a matrix of the textbooks, by name, in its usual size; its own shape} */
    public static Recipe gallery(String name) {
        return Gallery.of(name);
    }

    /** {@return a tensor of a .safetensors, .npz or .npy file, read now; its own shape, a row if it has one dimension} */
    public static Recipe fromFile(String file, String name) {
        return FromFile.of(file, name);
    }

    /** {@return entries N(0, std²): {@code std * torch.randn(n, m)}; any shape} */
    public static Recipe gaussian(double std) {
        return new Drawn.Gaussian(std);
    }

    /** {@return entries uniform on ±bound: {@code torch.empty(n, m).uniform_(-bound, bound)}; any shape} */
    public static Recipe uniform(double bound) {
        return new Drawn.Uniform(bound);
    }

    /** {@return entries N(0, g²/m), so that ρ of a large square matrix is near g; any shape} */
    public static Recipe ginibre(double g) {
        return new Drawn.Ginibre(g);
    }

    /** {@return a random matrix with orthonormal rows or columns, {@code torch.nn.init.orthogonal_}; any shape} */
    public static Recipe orthogonal() {
        return orthogonal(1);
    }

    /** {@return {@code gain} times a random matrix with orthonormal rows or columns; any shape} */
    public static Recipe orthogonal(double gain) {
        return new Drawn.Orthogonal(gain);
    }

    /** {@return a random unitary matrix, each complex unit written as two real ones; square, n even} */
    public static Recipe unitary() {
        return new Drawn.Unitary();
    }

    /** {@return entries uniform on ±1/√m, the weight of PyTorch's {@code nn.Linear}; any shape} */
    public static Recipe torchLinear() {
        return TorchInit.TORCH_LINEAR;
    }

    /** {@return entries uniform with variance 2/(n+m), {@code torch.nn.init.xavier_uniform_}; any shape} */
    public static Recipe xavierUniform() {
        return TorchInit.XAVIER_UNIFORM;
    }

    /** {@return entries N(0, 2/(n+m)), {@code torch.nn.init.xavier_normal_}; any shape} */
    public static Recipe xavierNormal() {
        return TorchInit.XAVIER_NORMAL;
    }

    /** {@return entries uniform with variance 2/m, {@code torch.nn.init.kaiming_uniform_}; any shape} */
    public static Recipe kaimingUniform() {
        return TorchInit.KAIMING_UNIFORM;
    }

    /** {@return entries N(0, 2/m), {@code torch.nn.init.kaiming_normal_}; any shape} */
    public static Recipe kaimingNormal() {
        return TorchInit.KAIMING_NORMAL;
    }
}
