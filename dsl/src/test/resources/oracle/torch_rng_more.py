"""Records torch_rng_more.json: python3 torch_rng_more.py > torch_rng_more.json"""
import json

import torch
from torch import nn

SEEDS = [-1, -(2**63), 2**63 - 1, 2**40 + 7, 123456789]


def drawn(seed, fill):
    torch.manual_seed(seed)
    return fill().detach().tolist()


def module(seed, make):
    torch.manual_seed(seed)
    return [{"name": name, "values": p.detach().tolist()} for name, p in make().named_parameters()]


def filled(rows, columns, init, **options):
    return lambda: init(torch.empty(rows, columns), **options)


def draws(seed):
    return {
        "seed": seed,
        "rand_2x3": drawn(seed, lambda: torch.rand(2, 3)),
        "uniform_3x7_-0.3_1.7": drawn(seed, lambda: torch.empty(3, 7).uniform_(-0.3, 1.7)),
        "randn_3x5": drawn(seed, lambda: torch.randn(3, 5)),
        "randn_7x9": drawn(seed, lambda: torch.randn(7, 9)),
        "orthogonal_3x6_gain_1.2": drawn(seed, filled(3, 6, nn.init.orthogonal_, gain=1.2)),
        "orthogonal_7x2": drawn(seed, filled(7, 2, nn.init.orthogonal_)),
        "xavier_uniform_2x9": drawn(seed, filled(2, 9, nn.init.xavier_uniform_)),
        "xavier_normal_3x4": drawn(seed, filled(3, 4, nn.init.xavier_normal_)),
        "xavier_normal_5x4": drawn(seed, filled(5, 4, nn.init.xavier_normal_)),
        "kaiming_uniform_5x3": drawn(seed, filled(5, 3, nn.init.kaiming_uniform_, nonlinearity="relu")),
        "kaiming_normal_2x3": drawn(seed, filled(2, 3, nn.init.kaiming_normal_, nonlinearity="relu")),
        "linear_7_to_3_without_bias": drawn(seed, lambda: nn.Linear(7, 3, bias=False).weight),
    }


print(
    json.dumps(
        {
            "tool": "PyTorch",
            "version": torch.__version__,
            "command": "python3 torch_rng_more.py > torch_rng_more.json",
            "dtype": "float32, widened",
            "draws": [draws(seed) for seed in SEEDS],
            "modules": {
                "seed": 0,
                "input": 2,
                "hidden": 3,
                "LSTMCell": module(0, lambda: nn.LSTMCell(2, 3)),
                "GRUCell": module(0, lambda: nn.GRUCell(2, 3)),
                "RNN": module(0, lambda: nn.RNN(2, 3)),
            },
        }
    )
)
