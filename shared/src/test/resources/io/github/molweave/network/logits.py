#!/usr/bin/python3
"""Writes logits.tsv: what PyTorch (float64) says for small networks whose weights need no rounding.

The networks are not stored: their weights come from a linear congruential generator that the tests
run as well (FormulaNetworks.java), and are whole multiples q * scale with |q| <= 127, 127 once in each
row, and a scale of seven bits, so quantising them changes nothing. What is left between PyTorch and
Molweave is the rounding of activations to 16 bits. PyTorch has no reset-before GRU; NumPy stands in.

Columns: network, token fed, logits (blank-separated).
Run: python3 logits.py > logits.tsv   (made with PyTorch 1.13, NumPy 1.24)
"""
import numpy as np
import torch

GATES = {"gru-reset-after": 3, "gru-reset-before": 3, "lstm": 4}
STEPS = 60


class Generator:
    def __init__(self, seed):
        self.state = seed

    def next(self, bits):
        """The upper bits of the next 32-bit state."""
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return self.state >> (32 - bits)

    def product(self, rows, columns):
        matrix = np.zeros((rows, columns))
        for row in range(rows):
            scale = (64 + self.next(6)) / 32768
            for column in range(columns):
                q = max(-127, self.next(8) - 128)
                matrix[row, column] = scale * (127 if column == 0 else q)
        return matrix

    def plain(self, *shape):
        return np.array([(self.next(8) - 128) / 128 for _ in range(int(np.prod(shape)))]).reshape(shape)


def weights(cell, v, e, h, layers, seed):
    g = Generator(seed)
    rows = GATES[cell] * h
    w = {"embedding.weight": g.plain(v, e)}
    for k in range(layers):
        w[f"rnn.weight_ih_l{k}"] = g.product(rows, e if k == 0 else h)
        w[f"rnn.weight_hh_l{k}"] = g.product(rows, h)
        w[f"rnn.bias_ih_l{k}"] = g.plain(rows)
        w[f"rnn.bias_hh_l{k}"] = g.plain(rows)
    w["output.weight"] = g.product(v, h)
    w["output.bias"] = g.plain(v)
    return w, [g.next(16) % v for _ in range(STEPS)]


def by_torch(cell, v, e, h, layers, w, tokens):
    kind = torch.nn.LSTM if cell == "lstm" else torch.nn.GRU
    net = torch.nn.ModuleDict(
        {
            "embedding": torch.nn.Embedding(v, e),
            "rnn": kind(e, h, layers),
            "output": torch.nn.Linear(h, v),
        }
    ).double()
    net.load_state_dict({name: torch.from_numpy(value) for name, value in w.items()})
    with torch.no_grad():
        return net["output"](net["rnn"](net["embedding"](torch.tensor(tokens)))[0]).numpy()


def reset_before(h, layers, w, tokens):
    def sigmoid(x):
        return 1 / (1 + np.exp(-x))

    states = np.zeros((layers, h))
    for token in tokens:
        x = w["embedding.weight"][token]
        for k in range(layers):
            ir, iz, i_n = np.split(w[f"rnn.weight_ih_l{k}"] @ x + w[f"rnn.bias_ih_l{k}"], 3)
            wr, wz, wn = np.split(w[f"rnn.weight_hh_l{k}"], 3)
            br, bz, bn = np.split(w[f"rnn.bias_hh_l{k}"], 3)
            r = sigmoid(ir + wr @ states[k] + br)
            z = sigmoid(iz + wz @ states[k] + bz)
            n = np.tanh(i_n + wn @ (r * states[k]) + bn)
            states[k] = (1 - z) * n + z * states[k]
            x = states[k]
        yield w["output.weight"] @ x + w["output.bias"]


for cell, v, e, h, layers, seed in (
    ("gru-reset-after", 17, 11, 37, 1, 1),
    ("gru-reset-after", 13, 5, 19, 3, 2),
    ("lstm", 15, 7, 23, 2, 3),
    ("gru-reset-before", 11, 9, 29, 2, 4),
):
    w, tokens = weights(cell, v, e, h, layers, seed)
    if cell == "gru-reset-before":
        rows = reset_before(h, layers, w, tokens)
    else:
        rows = by_torch(cell, v, e, h, layers, w, tokens)
    for token, logits in zip(tokens, rows):
        name = f"{cell} {v} {e} {h} {layers} {seed}"
        print(name, token, " ".join(f"{value:.9f}" for value in logits), sep="\t")
