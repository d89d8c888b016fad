"""What gradflow is measured against in Python: PyTorch as a textbook uses it and as an expert would, and NumPy.

    peers.py serve SOCKET    measures what is asked for over a Unix socket, one line each way, until the socket closes:
                             "JOB WAY SIZE STEPS SECONDS" -> "WALL CPU ANSWER", seconds a call, or "absent REASON"
    peers.py one JOB WAY SIZE STEPS SECONDS    the same once, for a person

float64 and one thread throughout. The matrices are those of Inputs.java, bit for bit, so that the answers can be compared.
OpenBLAS doesn't know every processor and then runs a kernel for an old one: the kernels are tried, and the fastest that
computes right is used.
"""
import math
import os
import platform
import socket
import subprocess
import sys
import time

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
KERNEL = "OPENBLAS_CORETYPE"
KERNELS = ("PRESCOTT", "HASWELL", "ZEN", "SKYLAKEX", "COOPERLAKE", "SAPPHIRERAPIDS")
CHOSEN = "GRADFLOW_BENCH_KERNEL"


# ---- the fastest OpenBLAS kernel ---------------------------------------------------------------------------------------


def score():
    """Prints how fast this kernel is; nothing if it computes wrong."""
    import numpy as np

    whole = np.arange(64 * 64, dtype=float).reshape(64, 64) % 17 - 8
    if not np.array_equal(whole @ whole.T, np.einsum("ij,kj->ik", whole, whole)):
        return
    a = uniform(1, 256, 256)
    values = np.linalg.svd(a, compute_uv=False)
    if abs(np.sum(values**2) / np.sum(a**2) - 1) > 1e-12:
        return
    v = a[0].copy()
    print(math.sqrt(rate(lambda: a @ a, 8) * rate(lambda: a @ v, 2000)))


def rate(call, times):
    call()
    best = math.inf
    for _ in range(5):
        start = time.process_time()
        for _ in range(times):
            call()
        best = min(best, time.process_time() - start)
    return times / best


def with_fastest_kernel():
    """Starts this program anew under the fastest kernel."""
    best, chosen = 0.0, None
    given = os.environ.get(KERNEL)
    for kernel in (None, given, *KERNELS) if platform.machine() in ("x86_64", "AMD64") else (given,):
        tried = subprocess.run(
            [sys.executable, __file__, "score"], env=environment(kernel), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        reached = float(tried.stdout or 0)
        if reached > 1.03 * best:
            best, chosen = reached, kernel
    os.execve(
        sys.executable,
        [sys.executable, __file__, *sys.argv[1:]],
        {**environment(chosen), CHOSEN: chosen or "of its own choice"},
    )


def environment(kernel):
    changed = {**os.environ, **{name: "1" for name in ONE_THREAD}}
    changed.pop(KERNEL, None)
    return {**changed, KERNEL: kernel} if kernel else changed


# ---- what both sides compute with --------------------------------------------------------------------------------------


def uniform(seed, *shape):
    """U(-1, 1) by splitmix64, as Inputs.uniform has it."""
    import numpy as np

    with np.errstate(over="ignore"):
        z = (np.arange(1, math.prod(shape) + 1, dtype=np.uint64) + (np.uint64(seed) << np.uint64(32))) * np.uint64(
            0x9E3779B97F4A7C15
        )
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return ((z >> np.uint64(11)) * 2.0**-52 - 1).reshape(shape)


INPUTS = 2
GAIN = 0.95


def weights(seed, rows, columns):
    """Entries of variance GAIN^2/columns."""
    return GAIN * math.sqrt(3 / columns) * uniform(seed, rows, columns)


class Network:
    def __init__(self, n, steps, blocks=1):
        self.n, self.steps = n, steps
        self.whh = weights(1, blocks * n, n)
        self.wxh = weights(2, blocks * n, INPUTS)
        self.x = uniform(3, steps, INPUTS) / 2
        self.from_inputs = self.x @ self.wxh.T


# ---- ‖∂L/∂h_t‖ of a vanilla network, L = sum(h_T) ----------------------------------------------------------------------


def textbook(n, steps, weight_gradient=False):
    import torch

    net = Network(n, steps)
    w, u, x = (torch.tensor(m) for m in (net.whh, net.wxh, net.x))
    w.requires_grad_()
    u.requires_grad_()

    def call():
        w.grad = u.grad = None
        h = torch.zeros(n, dtype=torch.float64, requires_grad=True)
        hs = [h]
        for t in range(steps):
            h = torch.tanh(u @ x[t] + w @ h)
            h.retain_grad()
            hs.append(h)
        h.sum().backward()
        norms = [h.grad.norm().item() for h in hs]
        return w.grad.norm().item() if weight_gradient else sum(norms)

    return call


def sentence(n, steps):
    """The same with the weights and inputs drawn each time, as a sentence of gradflow's does."""
    import torch

    def call():
        drawn = torch.Generator().manual_seed(0)

        def normal(*shape):
            return torch.randn(*shape, generator=drawn, dtype=torch.float64)

        w = 0.5 * torch.eye(n, dtype=torch.float64) + 0.05 * normal(n, n)
        u = normal(n, INPUTS)
        x = 0.05 * normal(steps, INPUTS)
        h = torch.zeros(n, dtype=torch.float64, requires_grad=True)
        hs = [h]
        for t in range(steps):
            h = torch.tanh(u @ x[t] + w @ h)
            h.retain_grad()
            hs.append(h)
        h.sum().backward()
        [h.grad.norm().item() for h in hs]
        return math.nan

    return call


def best(n, steps, weight_gradient=False):
    """By hand, without autograd: everything allocated before, inputs and slopes for all steps at once."""
    import torch

    net = Network(n, steps)
    w, pre = torch.tensor(net.whh), torch.tensor(net.from_inputs).unbind(0)
    back = w.t()
    states = torch.zeros(steps + 1, n, dtype=torch.float64)
    gradients = torch.ones(steps + 1, n, dtype=torch.float64)
    deltas = torch.empty(steps, n, dtype=torch.float64)
    h, g, delta = states.unbind(0), gradients.unbind(0), deltas.unbind(0)

    def call():
        with torch.no_grad():
            for t in range(steps):
                torch.addmv(pre[t], w, h[t], out=h[t + 1])
                h[t + 1].tanh_()
            slope = (1 - states[1:] ** 2).unbind(0)
            for t in range(steps, 0, -1):
                torch.mul(g[t], slope[t - 1], out=delta[t - 1])
                torch.mv(back, delta[t - 1], out=g[t - 1])
            norms = torch.linalg.vector_norm(gradients, dim=1)
            if not weight_gradient:
                return sum(norms.tolist())
            contributions = torch.linalg.vector_norm(deltas, dim=1) * torch.linalg.vector_norm(states[:-1], dim=1)
            contributions.tolist()
            return torch.linalg.vector_norm(deltas.t() @ states[:-1]).item()

    return call


def numpy(n, steps, weight_gradient=False):
    import numpy as np

    net = Network(n, steps)
    w, pre, back = net.whh, net.from_inputs, net.whh.T
    h = np.zeros((steps + 1, n))
    g = np.ones((steps + 1, n))
    delta = np.empty((steps, n))

    def call():
        for t in range(steps):
            z = h[t + 1]
            np.dot(w, h[t], out=z)
            z += pre[t]
            np.tanh(z, out=z)
        slope = 1 - h[1:] ** 2
        for t in range(steps, 0, -1):
            np.multiply(g[t], slope[t - 1], out=delta[t - 1])
            np.dot(back, delta[t - 1], out=g[t - 1])
        norms = np.sqrt(np.einsum("ij,ij->i", g, g))
        if not weight_gradient:
            return float(norms.sum())
        np.sqrt(np.einsum("ij,ij->i", delta, delta) * np.einsum("ij,ij->i", h[:-1], h[:-1])).tolist()
        return float(np.linalg.norm(delta.T @ h[:-1]))

    return call


# ---- gated networks ----------------------------------------------------------------------------------------------------


def textbook_cell(kind):
    def prepare(n, steps):
        import torch

        lstm = kind == "lstm"
        net = Network(n, steps, 4 if lstm else 3)
        cell = (torch.nn.LSTMCell if lstm else torch.nn.GRUCell)(INPUTS, n, dtype=torch.float64)
        with torch.no_grad():
            cell.weight_hh.copy_(torch.tensor(net.whh))
            cell.weight_ih.copy_(torch.tensor(net.wxh))
            cell.bias_ih.zero_()
            cell.bias_hh.zero_()
        x = torch.tensor(net.x)

        def call():
            cell.zero_grad()
            h = torch.zeros(n, dtype=torch.float64, requires_grad=True)
            c = torch.zeros(n, dtype=torch.float64)
            hs = [h]
            for t in range(steps):
                if lstm:
                    h, c = cell(x[t], (h, c))
                else:
                    h = cell(x[t], h)
                h.retain_grad()
                hs.append(h)
            h.sum().backward()
            return sum(h.grad.norm().item() for h in hs)

        return call

    return prepare


def numpy_lstm(n, steps):
    import numpy as np

    net = Network(n, steps, 4)
    w, pre, back = net.whh, net.from_inputs, net.whh.T
    h, c, g = np.zeros((steps + 1, n)), np.zeros((steps + 1, n)), np.ones((steps + 1, n))
    gates = np.empty((steps, 4, n))
    squashed = np.empty((steps, n))
    da = np.empty((4, n))

    def call():
        for t in range(steps):
            a = np.dot(w, h[t])
            a += pre[t]
            a = a.reshape(4, n)
            i, f, k, o = gates[t]
            gates[t] = 1 / (1 + np.exp(-a))
            np.tanh(a[2], out=k)
            c[t + 1] = f * c[t] + i * k
            np.tanh(c[t + 1], out=squashed[t])
            np.multiply(o, squashed[t], out=h[t + 1])
        dc = np.zeros(n)
        for t in range(steps, 0, -1):
            i, f, k, o = gates[t - 1]
            dh, s = g[t], squashed[t - 1]
            dc = dc + dh * o * (1 - s * s)
            da[0] = dc * k * i * (1 - i)
            da[1] = dc * c[t - 1] * f * (1 - f)
            da[2] = dc * i * (1 - k * k)
            da[3] = dh * s * o * (1 - o)
            np.dot(back, da.reshape(-1), out=g[t - 1])
            dc = dc * f
        return float(np.sqrt(np.einsum("ij,ij->i", g, g)).sum())

    return call


def numpy_gru(n, steps):
    import numpy as np

    net = Network(n, steps, 3)
    w, pre, back = net.whh, net.from_inputs, net.whh.T
    h, g = np.zeros((steps + 1, n)), np.ones((steps + 1, n))
    gates = np.empty((steps, 2, n))
    candidate, hidden = np.empty((steps, n)), np.empty((steps, n))
    da = np.empty((3, n))

    def call():
        for t in range(steps):
            a = np.dot(w, h[t]).reshape(3, n)
            p = pre[t].reshape(3, n)
            gates[t] = 1 / (1 + np.exp(-(a[:2] + p[:2])))
            r, z = gates[t]
            hidden[t] = a[2]
            np.tanh(p[2] + r * a[2], out=candidate[t])
            h[t + 1] = (1 - z) * candidate[t] + z * h[t]
        for t in range(steps, 0, -1):
            r, z = gates[t - 1]
            k, dh = candidate[t - 1], g[t]
            dk = dh * (1 - z) * (1 - k * k)
            da[0] = dk * hidden[t - 1] * r * (1 - r)
            da[1] = dh * (h[t - 1] - k) * z * (1 - z)
            da[2] = dk * r
            np.dot(back, da.reshape(-1), out=g[t - 1])
            g[t - 1] += dh * z
        return float(np.sqrt(np.einsum("ij,ij->i", g, g)).sum())

    return call


# ---- runs of many scales, seeds and lengths ----------------------------------------------------------------------------

SCALES, SEEDS, LENGTHS = 40, 4, 40
PROJECTED = 10  # a tenth of the 64,000 runs is run
CALM = 0.9  # above it runs are chaotic, and no two programs agree


def scales():
    return [0.05 * (k + 1) for k in range(SCALES)]


def textbook_sweep(n, steps):
    """One run of mean length, times their number: its cost grows in proportion to the length."""
    mean = round(steps * (LENGTHS + 1) / (2 * LENGTHS))
    one = textbook(n, mean)

    def call():
        one()
        return math.nan

    return call, PROJECTED * SCALES * SEEDS * LENGTHS


def best_sweep(n, steps):
    """All scales and seeds as a batch, one forward pass for all lengths, and all lengths as columns of one backward pass."""
    import torch

    seeds = [torch.tensor(weights(10 + seed, n, n)) for seed in range(SEEDS)]
    w = torch.stack([scale * seed for seed in seeds for scale in scales()])
    back = w.transpose(1, 2).contiguous()
    calm = torch.tensor([scale <= CALM for _ in seeds for scale in scales()])
    net = Network(n, steps)
    pre = torch.tensor(net.from_inputs)
    batch = len(w)
    lengths = {steps * (k + 1) // LENGTHS for k in range(LENGTHS)}

    def call():
        with torch.no_grad():
            states = torch.zeros(steps + 1, batch, n, 1, dtype=torch.float64)
            for t in range(steps):
                torch.baddbmm(pre[t].view(1, n, 1).expand(batch, n, 1), w, states[t], out=states[t + 1])
                states[t + 1].tanh_()
            slopes = 1 - states * states
            g = torch.empty(batch, n, 0, dtype=torch.float64)
            for t in range(steps, 0, -1):
                if t in lengths:
                    g = torch.cat([g, torch.ones(batch, n, 1, dtype=torch.float64)], dim=2)
                g = torch.bmm(back, g * slopes[t])
            norms = torch.linalg.vector_norm(g, dim=1)
            return norms[calm].sum().item()

    return call, PROJECTED


# ---- Jacobians ---------------------------------------------------------------------------------------------------------


def slopes_of(net):
    import numpy as np

    h, slopes = np.zeros(net.n), []
    for t in range(net.steps):
        h = np.tanh(net.from_inputs[t] + net.whh @ h)
        slopes.append(1 - h * h)
    return slopes


def numpy_product(n, steps, singular_values=False):
    import numpy as np

    net = Network(n, steps)
    slopes = slopes_of(net)

    def call():
        product, sum_of_norms = np.eye(n), 1.0
        for t in range(steps, 0, -1):
            product = (product * slopes[t - 1]) @ net.whh
            if singular_values:
                sum_of_norms += np.linalg.svd(product, compute_uv=False)[0]
        return float(sum_of_norms if singular_values else np.linalg.norm(product))

    return call


def functional_jacobian(n, steps, at_once=False):
    """Each ∂h_T/∂h_t by a call of its own; or all of them by one call, as the effect of what is added to each h_t."""
    import torch

    jacobian = torch.autograd.functional.jacobian
    net = Network(n, steps)
    w, pre = torch.tensor(net.whh), torch.tensor(net.from_inputs)
    start = torch.zeros(n, dtype=torch.float64)

    def last(h, first):
        for t in range(first, steps):
            h = torch.tanh(pre[t] + w @ h)
        return h

    def last_with(added):
        h = start + added[0]
        for t in range(steps):
            h = torch.tanh(pre[t] + w @ h) + added[t + 1]
        return h

    def call():
        if at_once:
            jacobians = jacobian(last_with, torch.zeros(steps + 1, n, dtype=torch.float64)).unbind(1)
        else:
            h, jacobians = start, []
            for t in range(steps + 1):
                jacobians.append(jacobian(lambda state: last(state, t), h))
                h = torch.tanh(pre[t] + w @ h) if t < steps else h
        return sum(torch.linalg.svdvals(one)[0].item() for one in jacobians)

    return call


def numpy_lyapunov(n, steps):
    import numpy as np

    net = Network(n, steps)
    slopes = slopes_of(net)

    def call():
        q, sums = np.eye(n), np.zeros(n)
        for d in slopes:
            q, r = np.linalg.qr((d[:, None] * net.whh) @ q)
            sums += np.log(np.abs(np.diag(r)))
        return float(np.sum(sums / steps))

    return call


# ---- matrices ----------------------------------------------------------------------------------------------------------


def numpy_singular_values(n, steps):
    import numpy as np

    a = weights(1, n, n)
    return lambda: float(np.linalg.svd(a, compute_uv=False).sum())


def numpy_radius(n, steps):
    import numpy as np

    a = weights(1, n, n)
    return lambda: float(np.abs(np.linalg.eigvals(a)).max())


def numpy_tanh(n, steps):
    import numpy as np

    z = 3 * uniform(1, n)
    out = np.empty(n)

    def call():
        np.tanh(z, out=out)
        return float(out[0])

    return call


JOBS = {
    ("gradnorms", "textbook"): textbook,
    ("gradnorms", "best"): best,
    ("gradnorms", "numpy"): numpy,
    ("sentence", "textbook"): sentence,
    ("weights", "textbook"): lambda n, steps: textbook(n, steps, True),
    ("weights", "best"): lambda n, steps: best(n, steps, True),
    ("weights", "numpy"): lambda n, steps: numpy(n, steps, True),
    ("lstm", "textbook"): textbook_cell("lstm"),
    ("lstm", "numpy"): numpy_lstm,
    ("gru", "textbook"): textbook_cell("gru"),
    ("gru", "numpy"): numpy_gru,
    ("sweep", "textbook"): textbook_sweep,
    ("sweep", "best"): best_sweep,
    ("product", "numpy"): numpy_product,
    ("everystep", "numpy"): lambda n, steps: numpy_product(n, steps, True),
    ("everystep", "textbook"): functional_jacobian,
    ("everystep", "best"): lambda n, steps: functional_jacobian(n, steps, True),
    ("lyapunov", "numpy"): numpy_lyapunov,
    ("svd", "numpy"): numpy_singular_values,
    ("radius", "numpy"): numpy_radius,
    ("tanh", "numpy"): numpy_tanh,
}


# ---- measuring ---------------------------------------------------------------------------------------------------------


def measure(call, seconds, warm):
    """The mean of as many calls as fit into the seconds, at least one."""
    start = time.perf_counter()
    answer = call() if not warm else None
    if warm or time.perf_counter() - start < seconds:
        calls, wall, cpu = 0, time.perf_counter(), time.process_time()
        while calls == 0 or time.perf_counter() - wall < seconds:
            answer = call()
            calls += 1
        return (time.perf_counter() - wall) / calls, (time.process_time() - cpu) / calls, answer
    cpu = time.process_time()
    wall = time.perf_counter()
    answer = call()
    return time.perf_counter() - wall, time.process_time() - cpu, answer


class Peers:
    def __init__(self):
        self.current, self.call, self.times = None, None, 1

    def reply(self, line):
        if line == "about":
            return about()
        job, way, n, steps, seconds = line.split()
        if (job, way) not in JOBS:
            return "absent no such way"
        try:
            warm = self.current == (job, way, n, steps)
            if not warm:
                prepared = JOBS[job, way](int(n), int(steps))
                self.call, self.times = prepared if isinstance(prepared, tuple) else (prepared, 1)
                self.current = (job, way, n, steps)
            wall, cpu, answer = measure(self.call, float(seconds), warm)
        except ImportError as e:
            return "absent " + str(e).splitlines()[0]
        return f"{wall * self.times!r} {cpu * self.times!r} {answer!r}"


def about():
    told = ["Python " + platform.python_version()]
    for name, said in (("torch", "PyTorch"), ("numpy", "NumPy")):
        try:
            told.append(said + " " + __import__(name).__version__)
        except ImportError:
            told.append("no " + said)
    return ", ".join(told) + "; kernel of OpenBLAS: " + os.environ[CHOSEN]


def serve(path):
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(path)
        door.listen()
        peers = Peers()
        while True:
            guest, _ = door.accept()
            with guest, guest.makefile("rw") as lines:
                for line in lines:
                    if line.strip() == "end":
                        return
                    print(peers.reply(line.strip()), file=lines, flush=True)


def main():
    if sys.argv[1:] == ["score"]:
        score()
    elif CHOSEN not in os.environ:
        with_fastest_kernel()
    elif sys.argv[1] == "serve":
        limit_threads()
        serve(sys.argv[2])
    else:
        limit_threads()
        print(Peers().reply("about"))
        print(Peers().reply(" ".join(sys.argv[2:])))


def limit_threads():
    try:
        import torch

        torch.set_num_threads(1)
    except ImportError:
        pass


if __name__ == "__main__":
    main()
