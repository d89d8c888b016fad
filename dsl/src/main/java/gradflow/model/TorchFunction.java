package gradflow.model;

import java.util.Locale;

/** Functions that PyTorch doesn't have, in Python: a script defines those that it calls. */
public enum TorchFunction {
    /** Q of the draw of {@code nn.init.orthogonal_}; that function itself would round to float32. */
    ORTHOGONAL("""
            def orthogonal(rows, columns):
                \"""The draw of nn.init.orthogonal_, factorised in float64: Q is orthogonal to the last digits.\"""
                a = torch.randn(rows, columns).double()
                q, r = torch.linalg.qr(a if rows >= columns else a.T)
                q = q * r.diagonal().sign()
                return q if rows >= columns else q.T
            """),
    /** A realified unitary matrix. */
    UNITARY("""
            def unitary(n):
                \"""A unitary matrix on n/2 complex units, each written as two real ones: a + bi is [[a, -b], [b, a]].\"""
                a = torch.complex(torch.randn(n // 2, n // 2).double(), torch.randn(n // 2, n // 2).double())
                q, r = torch.linalg.qr(a)
                q = q * r.diagonal().sgn()
                return torch.stack([torch.stack([q.real, -q.imag], 2), torch.stack([q.imag, q.real], 2)], 1).reshape(n, n)
            """),
    /** Blocks that turn a plane. */
    ROTATION("""
            def rotation(n, theta):
                \"""Blocks that turn a plane by theta; where n is odd, the last unit is left as it is.\"""
                c, s = math.cos(theta), math.sin(theta)
                turn = torch.tensor([[c, -s], [s, c]], dtype=torch.float64)
                return torch.block_diag(*[turn] * (n // 2), *[torch.ones(1, 1).double()] * (n % 2))
            """),
    /** The multiple of a matrix with this spectral radius. */
    WITH_SPECTRAL_RADIUS("""
            def with_spectral_radius(w, rho):
                radius = torch.linalg.eigvals(w).abs().max().item()
                return w * (rho / radius) if radius else w
            """),
    /** The multiple of a matrix with this spectral norm. */
    WITH_NORM("""
            def with_norm(w, sigma):
                largest = torch.linalg.matrix_norm(w, 2).item()
                return w * (sigma / largest) if largest else w
            """);

    private final String definition;

    TorchFunction(String definition) {
        this.definition = definition;
    }

    String call(String arguments) {
        return name().toLowerCase(Locale.ROOT) + "(" + arguments + ")";
    }

    /** {@return its definition, some lines of Python} */
    public String definition() {
        return definition;
    }
}
