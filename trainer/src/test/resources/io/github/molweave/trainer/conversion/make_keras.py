#!/usr/bin/python3
"""Writes small Keras models as TensorFlow.js stores them, and what they say after 1,000 prefixes.

Neither Keras nor TensorFlow is needed. The weights are learnt with PyTorch's automatic gradients through
Keras' equations (class Cell), in Keras' layouts; what the model says is worked out once more in plain NumPy,
token by token, from the weights as they were written (function say), after keras.layers.GRU and LSTM:
z, r = sigmoid(x W + h U + b); reset_after=False: hh = tanh(x W + (r h) U + b); reset_after=True:
hh = tanh(x W + b0 + r (h U + b1)); h' = z h + (1 - z) hh. LSTM: i, f, c, o. mask_zero: token 0 leaves the state.
model.json is written after real files: the chapter "Generative RNN in Browser", Keras 2.5 and Keras 3.

Run: python3 make_keras.py (made with PyTorch 1.13, NumPy 1.24)
"""
import json
import os
import struct

import numpy as np
import torch

from make_pytorch import HERE, LENGTH, SEQUENCES, STEPS, corpus, encode


class Cell:
    """One recurrent layer with Keras' weights."""

    def __init__(self, kind, reset_after, inputs, units):
        gates = 4 if kind == "LSTM" else 3
        bias = (2, gates * units) if reset_after else (gates * units,)
        self.kind, self.reset_after, self.units = kind, reset_after, units
        self.weights = [torch.randn(inputs, gates * units) / inputs**0.5,
                        torch.randn(units, gates * units) / units**0.5, torch.randn(bias) / 10]

    def run(self, x):
        kernel, recurrent, bias = self.weights
        first, second = (bias[0], bias[1]) if self.reset_after else (bias, 0)
        h = c = torch.zeros(x.shape[0], self.units)
        out = []
        for t in range(x.shape[1]):
            a = x[:, t] @ kernel + first
            if self.kind == "LSTM":
                i, f, g, o = (a + h @ recurrent).chunk(4, 1)
                c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
                h = torch.sigmoid(o) * torch.tanh(c)
            else:
                az, ar, ah = a.chunk(3, 1)
                uz, ur, uh = (h @ recurrent + second).chunk(3, 1)
                z, r = torch.sigmoid(az + uz), torch.sigmoid(ar + ur)
                if not self.reset_after:
                    uh = (r * h) @ recurrent[:, 2 * self.units:]
                h = z * h + (1 - z) * torch.tanh(ah + (r * uh if self.reset_after else uh))
            out.append(h)
        return torch.stack(out, 1)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def say(kind, reset_after, masks, layers, weights, sequence):
    """The log-probabilities after each token, in double precision."""
    state = [(np.zeros(w["u"].shape[0]), np.zeros(w["u"].shape[0])) for w in layers]
    answers = []
    for token in sequence:
        x = weights["embeddings"][token]
        for k, w in enumerate(layers):
            h, c = state[k]
            n = len(h)
            if not (masks and token == 0):
                if kind == "LSTM":
                    a = x @ w["w"] + h @ w["u"] + w["b"]
                    i, f, g, o = sigmoid(a[:n]), sigmoid(a[n:2 * n]), np.tanh(a[2 * n:3 * n]), sigmoid(a[3 * n:])
                    c = f * c + i * g
                    h = o * np.tanh(c)
                elif reset_after:
                    a, b = x @ w["w"] + w["b"][0], h @ w["u"] + w["b"][1]
                    z, r = sigmoid(a[:n] + b[:n]), sigmoid(a[n:2 * n] + b[n:2 * n])
                    h = z * h + (1 - z) * np.tanh(a[2 * n:] + r * b[2 * n:])
                else:
                    a = x @ w["w"] + w["b"]
                    z = sigmoid(a[:n] + h @ w["u"][:, :n])
                    r = sigmoid(a[n:2 * n] + h @ w["u"][:, n:2 * n])
                    h = z * h + (1 - z) * np.tanh(a[2 * n:] + (r * h) @ w["u"][:, 2 * n:])
                state[k] = (h, c)
            x = state[k][0]
        scores = x @ weights["kernel"] + weights["bias"]
        answers.append(scores - np.log(np.exp(scores).sum()))
    return answers


def stored(name, values, how):
    """One weight for the manifest, its bytes, and what a reader makes of them."""
    values = values.astype("<f4")
    entry = {"name": name, "shape": list(values.shape), "dtype": "float32"}
    if how == "float32":
        return entry, values.tobytes(), values
    if how == "float16":
        entry["quantization"] = {"dtype": "float16", "original_dtype": "float32"}
        return entry, values.astype("<f2").tobytes(), values.astype("<f2").astype("f4")
    least, scale = float(values.min()), float((values.max() - values.min()) / 65535) or 1.0
    numbers = np.round((values - least) / scale).astype("<u2")
    entry["quantization"] = {"dtype": "uint16", "min": least, "scale": scale, "original_dtype": "float32"}
    return entry, numbers.tobytes(), (numbers * scale + least).astype("f4")


def settings(kind, units, reset_after, last):
    config = {"units": units, "activation": "tanh", "recurrent_activation": "sigmoid", "use_bias": True,
              "dropout": 0.0, "recurrent_dropout": 0.0, "return_sequences": not last or kind == "LSTM",
              "return_state": False, "go_backwards": False, "stateful": kind == "GRU" and not reset_after,
              "unroll": False, "time_major": False}
    return {**config, "reset_after": reset_after} if kind == "GRU" else config


def functional(layers, keras3):
    """A chain of (class, config) as a functional model; keras3 chooses how calls are written."""
    described = []
    for at, (kind, config) in enumerate(layers):
        layer = {"class_name": kind, "config": config, "name": config["name"], "inbound_nodes": []}
        if at:
            before = layers[at - 1][1]["name"]
            history = {"class_name": "__keras_tensor__", "config": {"shape": [None, None], "keras_history": [before, 0, 0]}}
            layer["inbound_nodes"] = [{"args": [history], "kwargs": {}}] if keras3 else [[[before, 0, 0, {}]]]
        described.append(layer)
    first, last = layers[0][1]["name"], layers[-1][1]["name"]
    ends = ([first, 0, 0], [last, 0, 0]) if keras3 else ([[first, 0, 0]], [[last, 0, 0]])
    return {"class_name": "Functional", "config": {"name": "model_2", "layers": described,
                                                   "input_layers": ends[0], "output_layers": ends[1]}}


def model(folder, tokens, rows, molecules, special, kind, reset_after, sizes, how, masks, seed):
    e, units, count = sizes
    torch.manual_seed(seed)
    ids = encode(molecules, tokens, *special)
    cells = [Cell(kind, reset_after, e if k == 0 else units, units) for k in range(count)]
    biased = folder != "after"
    ends = [torch.randn(rows, e) / 4, torch.randn(units, rows) / units**0.5, torch.zeros(rows)]
    learnt = ends[: 3 if biased else 2] + [w for cell in cells for w in cell.weights]
    for w in learnt:
        w.requires_grad_(True)
    adam = torch.optim.Adam(learnt, lr=0.01)
    for step in range(250):
        batch = ids[torch.randint(len(ids), (64,))]
        x = ends[0][batch[:, 1 if masks else 0:-1]]
        for cell in cells:
            x = cell.run(x)
        scores = x @ ends[1] + ends[2]
        loss = torch.nn.functional.cross_entropy(scores.transpose(1, 2), batch[:, 2 if masks else 1:])
        adam.zero_grad()
        loss.backward()
        adam.step()

    lower = kind.lower()
    named = [("dense/kernel", ends[1])] + ([("dense/bias", ends[2])] if biased else [])
    named.append(("embedding/embeddings", ends[0]))
    for k, cell in enumerate(cells):
        prefix = f"{lower}_{k}/{lower}_cell_{k}/"
        named += list(zip([prefix + "kernel", prefix + "recurrent_kernel", prefix + "bias"], cell.weights))
    manifest, blob, read = [], b"", {}
    for name, values in named:
        entry, raw, read[name] = stored(name, values.detach().numpy(), how)
        manifest.append(entry)
        blob += raw
    layers = [{"u": read[f"{lower}_{k}/{lower}_cell_{k}/recurrent_kernel"].astype("f8"),
               "w": read[f"{lower}_{k}/{lower}_cell_{k}/kernel"].astype("f8"),
               "b": read[f"{lower}_{k}/{lower}_cell_{k}/bias"].astype("f8")} for k in range(count)]
    weights = {"embeddings": read["embedding/embeddings"].astype("f8"), "kernel": read["dense/kernel"].astype("f8"),
               "bias": read["dense/bias"].astype("f8") if biased else 0.0}

    here = os.path.join(HERE, folder)
    os.makedirs(here, exist_ok=True)
    shards = ["group1-shard1of1.bin"] if folder == "dream" else ["group1-shard1of2.bin", "group1-shard2of2.bin"]
    cut = len(blob) if len(shards) == 1 else len(blob) // 2 + 1
    for name, part in zip(shards, (blob[:cut], blob[cut:])):
        with open(os.path.join(here, name), "wb") as out:
            out.write(part)
    inner = [("Embedding", {"name": "embedding", "input_dim": rows, "output_dim": e, "mask_zero": masks})]
    for k in range(count):
        inner.append((kind, {"name": f"{lower}_{k}", **settings(kind, units, reset_after, k == count - 1)}))
        if folder == "after":
            inner.append(("Dropout", {"name": f"dropout_{k}", "rate": 0.2}))
    dense = {"name": "dense", "units": rows, "activation": "linear" if folder == "dream" else "softmax", "use_bias": biased}
    if folder == "lstm":
        inner.append(("TimeDistributed", {"name": "dense", "layer": {"class_name": "Dense", "config": {**dense, "name": "inner"}}}))
    else:
        inner.append(("Dense", dense))
    if folder == "after":
        topology = {"class_name": "Sequential", "config": {"name": "sequential", "layers": [
            {"class_name": c, "config": s} for c, s in inner]}}
    else:
        entry = ("InputLayer", {"name": "input_3", "batch_input_shape": [1, None], "dtype": "float32"})
        topology = functional([entry] + inner, folder == "lstm")
    with open(os.path.join(here, "model.json"), "w") as out:
        json.dump({"format": "layers-model", "generatedBy": "keras v2.5.0", "convertedBy": "TensorFlow.js Converter v3.8.0",
                   "modelTopology": {"keras_version": "2.5.0", "backend": "tensorflow", "model_config": topology},
                   "weightsManifest": [{"paths": shards, "weights": manifest}]}, out)
    index = {t: i for i, t in enumerate(tokens)}
    with open(os.path.join(here, "config.json"), "w") as out:
        json.dump({"vocab_size": rows, "embedding_dim": e, "rnn_size": units, "stoi": index, "vocab": tokens}, out)

    fill = index[special[1]]
    fed = ids[~(ids[:, 1:STEPS] == fill).any(1)][:SEQUENCES, :STEPS].numpy()
    log = np.array([say(kind, reset_after, masks, layers, weights, row) for row in fed])
    log = np.round(1000 * log).clip(-32768, 32767).astype("<i2")
    with open(os.path.join(HERE, folder + ".steps"), "wb") as out:
        out.write(struct.pack("<3i", *log.shape) + fed.astype("u1").tobytes() + log.tobytes())
    print(folder, "loss", round(float(loss), 3))


if __name__ == "__main__":
    molecules, text = corpus()
    # Symbols of SELFIES 1 in the place of SMILES tokens: what they spell does not matter here.
    symbols = ["[C]", "[=C]", "[N]", "[=N]", "[O]", "[=O]", "[S]", "[F]", "[Cl]", "[Br]", "[Ring1]", "[Ring2]",
               "[Branch1_1]", "[Branch1_2]", "[Branch1_3]", "[Branch2_1]", "[#C]", "[#N]", "[O-expl]", "[N+expl]",
               "[NH+expl]", "[C@Hexpl]", "[C@@Hexpl]", "[Expl=Ring1]", "[I]", "[P]", "[=S]"]
    spelled = dict(zip(text, symbols))
    model("dream", ["[nop]"] + [spelled[t] for t in text], 32, [[spelled[t] for t in m] for m in molecules],
          ("[nop]", "[nop]", "[nop]"), "GRU", False, (16, 32, 1), "float32", True, 4)
    plain = ["<pad>", "<start>", "<end>"] + text
    model("after", plain, len(plain), molecules, ("<start>", "<end>", "<end>"), "GRU", True, (12, 24, 2), "uint16", False, 5)
    model("lstm", plain, len(plain), molecules, ("<start>", "<end>", "<end>"), "LSTM", False, (16, 32, 1), "float16", True, 6)
