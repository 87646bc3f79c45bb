#!/usr/bin/python3
"""Writes small PyTorch networks as others save them, and what they say after 1,000 prefixes.

Each network is trained for some seconds on the built-in corpus, so that it has opinions. Written
without the safetensors package: the format is a length, a JSON header and the bytes.

NAME.safetensors, NAME.json or NAME.txt: the network and its vocabulary.
NAME.steps: little-endian. int32: sequences, steps, V. Then the ids fed, one byte each [sequences, steps];
then the log-probability of every token after each of them, in thousandths, int16 [sequences, steps, V].

Run: python3 make_pytorch.py (made with PyTorch 1.13, NumPy 1.24)
"""
import gzip
import json
import os
import re
import struct

import numpy as np
import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))
CORPUS = os.path.join(HERE, "../../../../../../../main/resources/io/github/molweave/trainer/corpus/pubchem.smi.gz")
TOKEN = re.compile(r"\[[^\]]*\]|Cl|Br|%\d\d|.")
KNOWN = set("C c N n O o S s F Cl Br I ( ) [ ] = # 1 2 3 4 5 [nH] [O-] [N+] - /".split())
SEQUENCES, STEPS, LENGTH = 50, 20, 24


def corpus():
    with gzip.open(CORPUS, "rt") as lines:
        molecules = [TOKEN.findall(line.split()[0]) for line in lines if line.strip()]
    molecules = [m for m in molecules if set(m) <= KNOWN and len(m) >= 6]
    return molecules[:4000], sorted({t for m in molecules[:4000] for t in m})


class Stack(nn.Module):
    """Cells one above the other, as REINVENT had them first."""

    def __init__(self, cell, inputs, hidden, layers):
        super().__init__()
        self.cells = nn.ModuleList(cell(inputs if k == 0 else hidden, hidden, bias=False) for k in range(layers))

    def forward(self, x):
        state, out = [None] * len(self.cells), []
        for t in range(x.shape[1]):
            h = x[:, t]
            for k, cell in enumerate(self.cells):
                state[k] = cell(h, state[k])
                h = state[k]
            out.append(h)
        return torch.stack(out, 1), None


def train(embedding, rnn, linear, ids, seed):
    torch.manual_seed(seed)
    parameters = [p for m in (embedding, rnn, linear) for p in m.parameters()]
    adam = torch.optim.Adam(parameters, lr=0.01)
    for step in range(250):
        batch = ids[torch.randint(len(ids), (64,))]
        scores = linear(rnn(embedding(batch[:, :-1]))[0])
        loss = nn.functional.cross_entropy(scores.transpose(1, 2), batch[:, 1:])
        adam.zero_grad()
        loss.backward()
        adam.step()
    return float(loss)


def encode(molecules, tokens, start, end, fill):
    index = {t: i for i, t in enumerate(tokens)}
    rows = [[index[start]] + [index[t] for t in m][: LENGTH - 2] + [index[end]] for m in molecules]
    return torch.tensor([r + [index[fill]] * (LENGTH - len(r)) for r in rows])


DTYPES = {torch.float32: "F32", torch.float16: "F16", torch.float64: "F64", torch.bfloat16: "BF16"}


def save(name, tensors):
    header, blocks, at = {"__metadata__": {"format": "pt"}}, [], 0
    for key, tensor in tensors.items():
        raw = tensor.contiguous()
        data = (raw.view(torch.int16) if raw.dtype == torch.bfloat16 else raw).numpy().tobytes()
        header[key] = {"dtype": DTYPES[raw.dtype], "shape": list(raw.shape), "data_offsets": [at, at + len(data)]}
        blocks.append(data)
        at += len(data)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(os.path.join(HERE, name + ".safetensors"), "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + b"".join(blocks))


def write_steps(name, embedding, rnn, linear, ids, end):
    fed = ids[~(ids[:, :STEPS] == end).any(1)][:SEQUENCES, :STEPS]
    with torch.no_grad():
        scores = linear(rnn(embedding(fed))[0]).double()
    log = np.round(1000 * torch.log_softmax(scores, -1).numpy()).clip(-32768, 32767).astype("<i2")
    with open(os.path.join(HERE, name + ".steps"), "wb") as out:
        out.write(struct.pack("<3i", *log.shape) + fed.numpy().astype("u1").tobytes() + log.tobytes())


def network(name, molecules, tokens, cell, sizes, special, rename, dtype, biased=True):
    e, h, layers, seed = sizes
    torch.manual_seed(seed)
    embedding, linear = nn.Embedding(len(tokens), e), nn.Linear(h, len(tokens), bias=biased)
    rnn = Stack(cell, e, h, layers) if cell is nn.GRUCell else cell(e, h, layers, batch_first=True)
    ids = encode(molecules, tokens, *special)
    loss = train(embedding, rnn, linear, ids, seed)
    # What is saved is what speaks: first rounded to the type of the file, then run.
    for module in (embedding, rnn, linear):
        module.to(dtype).double()
    write_steps(name, embedding, rnn, linear, ids, tokens.index(special[1]))
    parts = {"embedding": embedding, "rnn": rnn, "linear": linear}
    save(name, {rename(f"{part}.{key}"): value.to(dtype) for part, module in parts.items()
                for key, value in module.state_dict().items()})
    print(name, "loss", round(loss, 3))


def main():
    molecules, text = corpus()

    # REINVENT 2 to 4: the end is token 0 and fills up, too.
    reinvent = ["$", "^"] + text
    network("reinvent", molecules, reinvent, nn.LSTM, (16, 32, 2, 1), ("^", "$", "$"),
            lambda key: "network._" + key, torch.float32)
    with open(os.path.join(HERE, "reinvent.json"), "w") as out:
        json.dump({token: i for i, token in enumerate(reinvent)}, out)

    # A word language model's names; E = H, padding, unknown; half precision.
    words = ["<pad>", "<unk>", "<bos>", "<eos>"] + text
    names = {"embedding": "encoder", "rnn": "gru", "linear": "decoder"}
    network("words", molecules, words, nn.GRU, (32, 32, 1, 2), ("<bos>", "<eos>", "<pad>"),
            lambda key: names[key.split(".")[0]] + "." + key.split(".")[1], torch.float16)
    with open(os.path.join(HERE, "words.txt"), "w") as out:
        out.write("\r\n".join(words) + "\r\n")

    # The first REINVENT: three cells of their own; Cl and Br as one letter; no biases; double precision.
    letter = {"Cl": "L", "Br": "R"}
    short = ["GO", "EOS"] + [letter.get(t, t) for t in text]
    molecules = [[letter.get(t, t) for t in m] for m in molecules]
    network("cells", molecules, short, nn.GRUCell, (12, 24, 3, 3), ("GO", "EOS", "EOS"),
            lambda key: re.sub(r"rnn\.cells\.(\d)", lambda m: f"gru_{int(m[1]) + 1}", key), torch.float64, biased=False)
    with open(os.path.join(HERE, "cells.json"), "w") as out:
        json.dump(short, out)


if __name__ == "__main__":
    main()
