"""Records training.json: python3 training.py > training.json

Adding problem and copy memory, written out with PyTorch's own modules, losses, optimisers and clipping.
"""
import json
import math

import torch
from torch import nn


def adding(batch, T):
    values = torch.rand(batch, T)
    first = torch.randint(0, T // 2, (batch, 1))
    second = torch.randint(T // 2, T, (batch, 1))
    x = torch.zeros(batch, T, 2, dtype=torch.float64)
    x[:, :, 0] = values
    y = torch.zeros(batch, 1, dtype=torch.float64)
    for k in range(batch):
        x[k, first[k], 1] = 1
        x[k, second[k], 1] = 1
        y[k] = values[k, first[k]].double() + values[k, second[k]].double()
    return x, y


def copy(batch, T, S, K):
    symbols = torch.randint(0, S, (batch, K))
    x = torch.zeros(batch, T + 2 * K, S + 2, dtype=torch.float64)
    y = torch.full((batch, T + 2 * K), S)
    for k in range(batch):
        signs = symbols[k].tolist() + [S] * (T - 1) + [S + 1] + [S] * K
        for t, sign in enumerate(signs):
            x[k, t, sign] = 1
        y[k, T + K :] = symbols[k]
    return x, y


class Vanilla(nn.Module):
    def __init__(self, m, n):
        super().__init__()
        self.x = nn.Linear(m, n, bias=False)
        self.h = nn.Linear(n, n, bias=False)

    def forward(self, x, h):
        return torch.tanh(self.x(x) + self.h(h))


def recorded(cell, n, task, T, optimiser, lr, batch, clip, steps, S=0, K=0):
    torch.manual_seed(0)
    m, outputs = (2, 1) if task == "adding" else (S + 2, S + 1)
    network = {"rnn": Vanilla, "lstm": nn.LSTMCell, "gru": nn.GRUCell}[cell](m, n).double()
    readout = nn.Linear(n, outputs).double()
    parameters = [*network.parameters(), *readout.parameters()]
    descent = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[optimiser](parameters, lr=lr)
    losses, norms = [], []
    for _ in range(steps):
        x, y = adding(batch, T) if task == "adding" else copy(batch, T, S, K)
        h = torch.zeros(batch, n, dtype=torch.float64)
        c = torch.zeros(batch, n, dtype=torch.float64)
        answers = []
        for t in range(x.shape[1]):
            if cell == "lstm":
                h, c = network(x[:, t], (h, c))
            else:
                h = network(x[:, t], h)
            answers.append(readout(h))
        if task == "adding":
            loss = nn.MSELoss()(answers[-1], y)
        else:
            loss = nn.CrossEntropyLoss()(torch.stack(answers, 1).reshape(-1, outputs), y.reshape(-1))
        descent.zero_grad()
        loss.backward()
        norms.append(nn.utils.clip_grad_norm_(parameters, clip if clip else math.inf).item())
        losses.append(loss.item())
        descent.step()
    return {
        "cell": cell,
        "hidden": n,
        "task": task,
        "T": T,
        "symbols": S,
        "length": K,
        "optimiser": optimiser,
        "lr": lr,
        "batch": batch,
        "clip": clip,
        "losses": losses,
        "norms": norms,
        "weights": [p.detach().flatten().tolist() for p in parameters],
    }


def batches():
    torch.manual_seed(7)
    x, y = adding(3, 5)
    s, z = copy(2, 3, 4, 2)
    return {
        "adding": {"x": x.tolist(), "y": y.tolist()},
        "copy": {"x": s.tolist(), "y": z.tolist()},
    }


print(
    json.dumps(
        {
            "tool": "PyTorch",
            "version": torch.__version__,
            "command": "python3 training.py > training.json",
            "dtype": "float64, draws float32",
            "batches": batches(),
            "trainings": [
                recorded("rnn", 6, "adding", 8, "sgd", 0.1, 5, 0, 12),
                recorded("rnn", 6, "adding", 9, "adam", 0.01, 5, 0.1, 12),
                recorded("lstm", 4, "adding", 7, "adam", 0.01, 3, 0, 12),
                recorded("lstm", 4, "copy", 4, "sgd", 0.5, 3, 0.2, 12, 3, 2),
                recorded("gru", 5, "adding", 6, "sgd", 0.2, 4, 0.3, 12),
                recorded("gru", 5, "copy", 3, "adam", 0.02, 4, 0, 12, 2, 3),
                recorded("rnn", 9, "copy", 2, "adam", 0.02, 1, 0.05, 12, 4, 3),
            ],
        }
    )
)
