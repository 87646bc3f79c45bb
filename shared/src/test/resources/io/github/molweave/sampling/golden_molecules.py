"""Writes golden-molecules.tsv: what tiny-gru.safetensors must draw, computed without Molweave.

An independent reading of the numeric contract in plain Python (standard library only): exact
integers for the products and for Threefry-4x32-20, the host's exp, log and tanh for the rest. Text
and stop reason must agree exactly, log probabilities to 1e-9.

    python3 golden_molecules.py     in this folder
"""

import json
import math
import struct

MASK = 0xFFFFFFFF


def read_model(path):
    with open(path, "rb") as file:
        data = file.read()
    (size,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8 : 8 + size])
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        values = struct.unpack_from("<%df" % ((end - begin) // 4), data, 8 + size + begin)
        shape = entry["shape"]
        if len(shape) == 2:
            width = shape[1]
            values = [values[row * width : (row + 1) * width] for row in range(shape[0])]
        tensors[name] = values
    return metadata, tensors


def as_float32(value):
    return struct.unpack("<f", struct.pack("<f", value))[0]


class Quantised:
    """A weight matrix as signed bytes with one scale a row."""

    def __init__(self, rows):
        self.scales = [as_float32(max(abs(w) for w in row) / 127) for row in rows]
        self.rows = [
            [max(-127, min(127, math.floor(w / s + 0.5))) if s else 0 for w in row]
            for row, s in zip(rows, self.scales)
        ]

    def times_state(self, h):
        fixed = [math.floor(x * 16384 + 0.5) for x in h]
        return [
            sum(q * x for q, x in zip(row, fixed)) * s / 16384
            for row, s in zip(self.rows, self.scales)
        ]

    def times_real(self, x):
        return [
            sum(q * s * v for q, v in zip(row, x)) for row, s in zip(self.rows, self.scales)
        ]


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


class Gru:
    """One layer, reset gate after the product; gate order r, z, n."""

    def __init__(self, tensors):
        self.embedding = tensors["embedding.weight"]
        self.w_ih = Quantised(tensors["rnn.weight_ih_l0"])
        self.w_hh = Quantised(tensors["rnn.weight_hh_l0"])
        self.b_ih = tensors["rnn.bias_ih_l0"]
        self.b_hh = tensors["rnn.bias_hh_l0"]
        self.out = Quantised(tensors["output.weight"])
        self.b_out = tensors["output.bias"]
        self.units = len(self.b_ih) // 3

    def step(self, h, token):
        n = self.units
        x = [a + b for a, b in zip(self.w_ih.times_real(self.embedding[token]), self.b_ih)]
        y = [a + b for a, b in zip(self.w_hh.times_state(h), self.b_hh)]
        new = []
        for i in range(n):
            r = sigmoid(x[i] + y[i])
            z = sigmoid(x[n + i] + y[n + i])
            candidate = math.tanh(x[2 * n + i] + r * y[2 * n + i])
            new.append((1 - z) * candidate + z * h[i])
        logits = [a + b for a, b in zip(self.out.times_state(new), self.b_out)]
        return new, logits


def rotate(x, bits):
    return ((x << bits) | (x >> (32 - bits))) & MASK


def threefry(key, counter):
    """Threefry-4x32-20 as in Salmon et al., SC11, table 1 and section 3.3."""
    rotations = [(10, 26), (11, 21), (13, 27), (23, 5), (6, 20), (17, 11), (25, 10), (18, 20)]
    parity = 0x1BD11BDA
    for word in key:
        parity ^= word
    keys = list(key) + [parity]
    x = [(c + k) & MASK for c, k in zip(counter, keys)]
    for turn in range(20):
        first, second = rotations[turn % 8]
        a, b = (1, 3) if turn % 2 == 0 else (3, 1)
        x[0] = (x[0] + x[a]) & MASK
        x[a] = rotate(x[a], first) ^ x[0]
        x[2] = (x[2] + x[b]) & MASK
        x[b] = rotate(x[b], second) ^ x[2]
        if turn % 4 == 3:
            injection = turn // 4 + 1
            for word in range(4):
                x[word] = (x[word] + keys[(injection + word) % 5]) & MASK
            x[3] = (x[3] + injection) & MASK
    return x


def noise(seed, molecule, step, token):
    key = [seed & MASK, seed >> 32, 0, 0]
    word = threefry(key, [molecule, 0, step, token >> 2])[token & 3]
    return (word + 0.5) / 2**32


def candidates(logits, drawable, temperature, top_k, top_p):
    order = sorted(drawable, key=lambda v: (-logits[v], v))
    if temperature == 0:
        return order[:1]
    if top_k:
        order = order[:top_k]
    weights = [math.exp((logits[v] - logits[order[0]]) / temperature) for v in order]
    kept, mass = [], 0.0
    for v, weight in zip(order, weights):
        if top_p < 1 and mass / sum(weights) >= top_p:
            break
        kept.append(v)
        mass += weight
    return kept


def sample(gru, tokens, start, end, options, index):
    seed, temperature, top_k, top_p, prefix, max_length = options
    drawable = [v for v in range(len(tokens)) if v != start]
    h, logits = gru.step([0.0] * gru.units, start)
    written = []
    total = 0.0
    while True:
        largest = max(logits)
        log_sum = largest + math.log(sum(math.exp(x - largest) for x in logits))
        step = len(written)
        if step < len(prefix):
            token = tokens.index(prefix[step])
        else:
            kept = candidates(logits, drawable, temperature, top_k, top_p)
            token = kept[0]
            if len(kept) > 1:
                token = max(
                    kept,
                    key=lambda v: logits[v] / temperature
                    - math.log(-math.log(noise(seed, index, step, v))),
                )
            if step == max_length and token != end:
                return "length", total, "".join(written)
        total += logits[token] - log_sum
        if token == end:
            return "end", total, "".join(written)
        written.append(tokens[token])
        h, logits = gru.step(h, token)


CASES = [
    # seed, temperature, top-k, top-p, prefix, maximum length
    (0, 1, 0, 1, [], 120),
    (7, 0.5, 0, 1, [], 120),
    (2**53 - 1, 1.5, 0, 1, [], 40),
    (2**32 - 1, 1, 4, 1, [], 120),
    (2**31, 1, 0, 0.7, [], 120),
    (4294967303, 1.2, 6, 0.9, ["C", "Cl", "[nH]"], 60),
    (3, 0, 0, 1, [], 30),
    (1234567890123456, 1000, 0, 1, ["c"], 20),
    (9, 0.01, 0, 1, [], 30),
]


def main():
    metadata, tensors = read_model("tiny-gru.safetensors")
    tokens = json.loads(metadata["vocabulary"])
    start, end = int(metadata["start"]), int(metadata["end"])
    gru = Gru(tensors)
    with open("golden-molecules.tsv", "w", encoding="utf-8", newline="\n") as file:
        file.write(
            "seed\ttemperature\ttopK\ttopP\tprefix\tmaxLength\tindex\tstop\tlogProbability\ttext\n"
        )
        for case in CASES:
            for index in (0, 1, 2, 3, 4, 5, 6, 2**31 - 1):
                stop, total, text = sample(gru, tokens, start, end, case, index)
                row = [*case[:4], "".join(case[4]), case[5], index, stop, "%.12f" % total, text]
                file.write("\t".join(str(cell) for cell in row) + "\n")


if __name__ == "__main__":
    main()
