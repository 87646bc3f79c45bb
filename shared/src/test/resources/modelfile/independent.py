#!/usr/bin/env python3
"""Model files as docs/model-file.md describes them, written and checked without Molweave's code.

    independent.py make FOLDER      writes gru-f32, gru-int8 and lstm-int8.safetensors, prints the id of the gru
    independent.py verify FILE...   reads files of anybody and checks layout and checksum

Needs numpy. The golden files beside this script were made with Python 3.11 and numpy 1.24, except
two-tokens.safetensors, which ModelFileGoldenTest writes and this script verifies.
"""
import hashlib
import json
import sys

import numpy as np

TYPES = {"F32": np.dtype("<f4"), "I8": np.dtype("i1")}


def read(path):
    """The twenty lines that any reader of safetensors needs."""
    raw = open(path, "rb").read()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size].decode("utf-8"))
    data = raw[8 + size :]
    metadata = header.pop("__metadata__")
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        tensors[name] = np.frombuffer(data[begin:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
    return raw[8 : 8 + size], data, metadata, header, tensors


def digest(header, data, stated):
    return hashlib.sha256(header.replace(stated.encode(), b"0" * 64) + data).hexdigest()


def verify(path):
    header, data, metadata, entries, tensors = read(path)
    assert digest(header, data, metadata["sha256"]) == metadata["sha256"], "checksum"
    end = 0
    for name, entry in sorted(entries.items(), key=lambda item: item[1]["data_offsets"][0]):
        assert entry["data_offsets"][0] == end, "hole or overlap before " + name
        end = entry["data_offsets"][1]
        assert np.isfinite(tensors[name]).all(), name
    assert end == len(data), "trailing bytes"
    assert len(json.loads(metadata["vocabulary"])) == int(metadata["vocabularySize"])
    for name in sorted(tensors):
        values = tensors[name]
        print(f"{path} {name} {values.dtype} {list(values.shape)} sum {values.astype('f8').sum():.6f}")


def write(path, metadata, tensors, order):
    at, entries = 0, {}
    for name, values in tensors.items():
        dtype = "F32" if values.dtype == TYPES["F32"] else "I8"
        entries[name] = {
            "dtype": dtype, "shape": list(values.shape), "data_offsets": [at, at + values.nbytes]}
        at += values.nbytes
    metadata = dict(metadata, sha256="0" * 64)
    header = {"__metadata__": metadata} | {name: entries[name] for name in order(list(entries))}
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    text += b" " * (-len(text) % 8)
    data = b"".join(values.tobytes() for values in tensors.values())
    text = text.replace(b"0" * 64, digest(text, data, "0" * 64).encode())
    file = len(text).to_bytes(8, "little") + text + data
    open(path, "wb").write(file)
    return file


def compact(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def describe(cell, vocabulary, embedding, hidden, layers, start, end, mask, card, lengths=None):
    fields = {
        "format": "molweave", "formatVersion": "1", "cell": cell,
        "vocabularySize": str(len(vocabulary)), "embeddingSize": str(embedding),
        "hiddenSize": str(hidden), "layers": str(layers), "notation": "smiles",
        "tokenizerVersion": "1", "vocabulary": compact(vocabulary),
        "start": start, "end": end, "maskToken": mask}
    if lengths:
        fields["lengths"] = lengths
    fields["card"] = compact(card)
    return fields


def weights(vocabulary, embedding, hidden, layers, gates, seed):
    """Normal numbers, with a row of zeros, a tiny row and exact halves among them."""
    draw = np.random.default_rng(seed)
    make = lambda *shape: draw.normal(0, 0.5, shape).astype("<f4")
    tensors = {"embedding.weight": make(vocabulary, embedding)}
    for layer in range(layers):
        inputs = embedding if layer == 0 else hidden
        tensors[f"rnn.weight_ih_l{layer}"] = make(gates * hidden, inputs)
        tensors[f"rnn.weight_hh_l{layer}"] = make(gates * hidden, hidden)
        tensors[f"rnn.bias_ih_l{layer}"] = make(gates * hidden)
        tensors[f"rnn.bias_hh_l{layer}"] = make(gates * hidden)
    tensors["output.weight"] = make(vocabulary, hidden)
    tensors["output.bias"] = make(vocabulary)
    tensors["rnn.weight_hh_l0"][0] = 0
    tensors["rnn.weight_hh_l0"][1] *= np.float32(1e-42)
    tensors["rnn.weight_hh_l0"][2] = np.arange(hidden, dtype="f4") * np.float32(0.5)
    tensors["rnn.weight_hh_l0"][2, 0] = -127
    return tensors


def quantise(tensors):
    floats, signed = {}, {}
    for name, values in tensors.items():
        if name.startswith("rnn.weight") or name == "output.weight":
            wide = values.astype("f8")
            scale = (np.abs(wide).max(axis=1) / 127).astype("<f4")
            divisor = np.where(scale == 0, 1, scale).astype("f8")[:, None]
            q = np.clip(np.floor(wide / divisor + 0.5), -127, 127)
            floats[name + ".scale"] = scale
            signed[name] = np.where(scale[:, None] == 0, 0, q).astype("i1")
        else:
            floats[name] = values
    return floats | signed


def make(folder):
    card = {"licence": "CC0-1.0", "note": "µ \"quoted\" \\ 🧪"}
    tokens = ["<start>", "<end>", "C", "c", "[nH]", "Cl", "%10"]
    gru = weights(7, 3, 5, 2, 3, 1)
    fields = describe("gru-reset-after", tokens, 3, 5, 2, "0", "1", "none", card)
    # As the Python package does, data in the order of names: a reader must not expect ours.
    by_name = {name: gru[name] for name in sorted(gru)}
    write(f"{folder}/gru-f32.safetensors", fields, by_name, reversed)
    bare = dict(fields, card="{}")
    bare = write(f"{folder}/gru-int8.safetensors", bare, quantise(gru), list)
    print("id of the gru:", hashlib.sha256(bare).hexdigest())
    write(f"{folder}/gru-int8.safetensors", fields, quantise(gru), list)
    endless = describe(
        "lstm", ["[nop]", "C", "N"], 2, 3, 1, "0", "none", "0", {}, "1..99")
    write(f"{folder}/lstm-int8.safetensors", endless, quantise(weights(3, 2, 3, 1, 4, 2)), list)


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "make":
        make(sys.argv[2])
    elif len(sys.argv) > 2 and sys.argv[1] == "verify":
        for name in sys.argv[2:]:
            verify(name)
    else:
        sys.exit(__doc__)
