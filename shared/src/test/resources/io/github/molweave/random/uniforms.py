#!/usr/bin/python3
"""Writes uniforms.tsv: our published noise, from an implementation that shares nothing with the Java.

Columns: seed, purpose, molecule, attempt, step, token, u * 2^33 (a whole number).
Run: python3 uniforms.py > uniforms.tsv
"""
import random

MASK = 0xFFFFFFFF
ROTATIONS = [(10, 26), (11, 21), (13, 27), (23, 5), (6, 20), (17, 11), (25, 10), (18, 20)]


def threefry(key, counter):
    key = key + [0x1BD11BDA ^ key[0] ^ key[1] ^ key[2] ^ key[3]]
    x = [(c + k) & MASK for c, k in zip(counter, key)]
    for r in range(20):
        for (a, b), by in zip(((0, 1), (2, 3)) if r % 2 == 0 else ((0, 3), (2, 1)), ROTATIONS[r % 8]):
            x[a] = (x[a] + x[b]) & MASK
            x[b] = ((x[b] << by | x[b] >> (32 - by)) & MASK) ^ x[a]
        if r % 4 == 3:
            n = r // 4 + 1
            x = [(x[i] + key[(n + i) % 5] + (n if i == 3 else 0)) & MASK for i in range(4)]
    return x


assert threefry([0] * 4, [0] * 4) == [0x9C6CA96A, 0xE17EAE66, 0xFC10ECD4, 0x5256A7D8]


def row(seed, purpose, molecule, attempt, step, token):
    key = [seed & MASK, seed >> 32, purpose, 0]
    k = threefry(key, [molecule, attempt, step, token >> 2])[token & 3]
    print(seed, ["TOKEN", "LENGTH"][purpose], molecule, attempt, step, token, 2 * k + 1, sep="\t")


for token in range(8):
    row(0, 0, 0, 0, 0, token)
draw = random.Random(7)
for seed in (0, 1, 7, 2**32 - 1, 2**32, 2**53 - 1) + tuple(draw.randrange(2**53) for _ in range(50)):
    row(seed, 0, draw.randrange(10000), draw.randrange(20), draw.randrange(200), draw.randrange(4096))
    row(seed, 1, draw.randrange(2**31), 0, 0, 0)
