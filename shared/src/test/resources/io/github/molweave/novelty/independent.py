"""Writes independent.novelty from docs/novelty-file.md alone: 40 keys, key0 to key39.

Usage: python3 independent.py > independent.novelty
"""
import hashlib
import struct
import sys

M32 = 0xFFFFFFFF


def murmur3(data, seed):
    h = seed
    blocks = len(data) // 4
    for i in range(blocks):
        k = struct.unpack_from("<I", data, 4 * i)[0]
        k = k * 0xCC9E2D51 & M32
        k = (k << 15 | k >> 17) & M32
        h ^= k * 0x1B873593 & M32
        h = (h << 13 | h >> 19) & M32
        h = h * 5 + 0xE6546B64 & M32
    tail = data[4 * blocks:]
    if tail:
        k = int.from_bytes(tail, "little") * 0xCC9E2D51 & M32
        k = (k << 15 | k >> 17) & M32
        h ^= k * 0x1B873593 & M32
    h ^= len(data)
    h = (h ^ h >> 16) * 0x85EBCA6B & M32
    h = (h ^ h >> 13) * 0xC2B2AE35 & M32
    return h ^ h >> 16


keys = [f"key{i}" for i in range(40)]
size = int(len(keys) * 14.5 / 8) + 1
m, k = 8 * size, 10
bits = bytearray(size)
for key in keys:
    start = (murmur3(key.encode(), 0) >> 1) % m
    step = 1 + (murmur3(key.encode(), 0x9747B28C) >> 1) % (m - 1)
    for i in range(k):
        bit = (start + i * step) % m
        bits[bit // 8] |= 1 << bit % 8
head = b"\x89MWNOV\r\n" + struct.pack("<6I", 1, 1, m, k, len(keys), 3) + b"ab" * 32
digest = hashlib.sha256(head + bytes(64) + bits).hexdigest().encode()
sys.stdout.buffer.write(head + digest + bits)
