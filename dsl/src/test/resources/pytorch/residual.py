# The experiment
#
#     rnn().whh(matrix(new double[][] {{0.9, 0.1}, {0, 0.5}})).relu().residual(0.5).unroll(4).loss(direction(1, -1))
#
# in PyTorch. Save this as check.py and run: python3 check.py (PyTorch 1.13 or newer).
# Draws are float32, as PyTorch makes them; what follows from them is computed in float64.

import math

import torch
from torch import nn


def norm(v):
    return math.hypot(*v.flatten().tolist())


def scientific(x):
    return f"{x:.3e}" if x else "0"


def fixed(x):
    return f"{x:.3f}" if x == 0 or 0.0005 <= abs(x) <= 1e15 else f"{x:.3e}"


torch.manual_seed(0)
W_xh = nn.Linear(2, 2, bias=False).double()
W_hh = nn.Linear(2, 2, bias=False).double()
W_hh.weight = nn.Parameter(torch.tensor([[0.9, 0.1], [0, 0.5]], dtype=torch.float64))
h_0 = torch.zeros(2).double().requires_grad_()
x = (0.05 * torch.randn(4, 2).double()).requires_grad_()

T = 4
h = [h_0]
for t in range(1, T + 1):
    z = W_xh(x[t - 1]) + W_hh(h[t - 1])
    h.append(h[t - 1] + 0.5 * torch.relu(z))
    h[t].retain_grad()

L = h[T] @ torch.tensor([1, -1], dtype=torch.float64)
L.backward()

g = [norm(h_t.grad) for h_t in h]
heads = ["t", "|dL/dh_t|", "ratio", "log10", "|h_t|", "|dL/dx_t|"]
print(*(f"{head:>10}" for head in heads))
for t in range(T + 1):
    row = [
        str(t),
        scientific(g[t]),
        fixed(g[t] / g[t + 1]) if t < T and g[t + 1] else "",
        fixed(math.log10(g[t])) if g[t] else "",
        scientific(norm(h[t])),
        scientific(norm(x.grad[t - 1])) if t else "",
    ]
    print(*(f"{cell:>10}" for cell in row))
print("|dL/dW_hh|_F =", scientific(norm(W_hh.weight.grad)))
