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
    /** A matrix that a file has, without the safetensors package, which isn't a part of PyTorch. */
    LOAD("""
            def load(path, name):
                \"""A matrix of a safetensors, .npz or .npy file, as float64; a vector as a row.\"""
                with open(path, "rb") as file:
                    data = file.read()
                if data[:6] == b"\\x93NUMPY" or data[:2] == b"PK":
                    import numpy

                    arrays = numpy.load(path)
                    array = arrays if data[:1] == b"\\x93" else arrays[name]
                    return torch.atleast_2d(torch.from_numpy(array.astype("float64")))
                start = 8 + int.from_bytes(data[:8], "little")
                entry = json.loads(data[8:start])[name]
                begin, end = entry["data_offsets"]
                dtypes = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}
                values = torch.frombuffer(bytearray(data[start + begin : start + end]), dtype=dtypes[entry["dtype"]])
                return torch.atleast_2d(values.reshape(entry["shape"]).double())
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
