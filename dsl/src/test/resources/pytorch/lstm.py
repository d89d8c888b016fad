# The experiment
#
#     lstm().hidden(3).forgetBias(1).unroll(5)
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
cell = nn.LSTMCell(2, 3).double()
with torch.no_grad():
    cell.bias_ih[3:6], cell.bias_hh[3:6] = 1, 0
h_0 = torch.zeros(1, 3).double().requires_grad_()
c_0 = torch.zeros(1, 3).double().requires_grad_()
x = (0.05 * torch.randn(5, 2).double()).requires_grad_()

T = 5
h, c = [h_0], [c_0]
for t in range(1, T + 1):
    h_t, c_t = cell(x[t - 1 : t], (h[t - 1], c[t - 1]))
    h.append(h_t)
    c.append(c_t)
    h[t].retain_grad()
    c[t].retain_grad()

L = h[T].sum()
L.backward()

g = [norm(h_t.grad) for h_t in h]
heads = ["t", "|dL/dh_t|", "ratio", "log10", "|dL/dc_t|", "|h_t|", "|dL/dx_t|"]
print(*(f"{head:>10}" for head in heads))
for t in range(T + 1):
    row = [
        str(t),
        scientific(g[t]),
        fixed(g[t] / g[t + 1]) if t < T and g[t + 1] else "",
        fixed(math.log10(g[t])) if g[t] else "",
        scientific(norm(c[t].grad)),
        scientific(norm(h[t])),
        scientific(norm(x.grad[t - 1])) if t else "",
    ]
    print(*(f"{cell:>10}" for cell in row))
print("|dL/dW_hh|_F =", scientific(norm(cell.weight_hh.grad)))
