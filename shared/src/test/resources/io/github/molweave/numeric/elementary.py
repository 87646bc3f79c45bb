#!/usr/bin/python3
"""Writes elementary.tsv: points and the exact values there, as a sum of two doubles, by mpmath.

Columns: function, x, high, low; all three numbers as C99 hexadecimal floating point.
Run: python3 elementary.py > elementary.tsv   (made with mpmath 1.2.1)
"""
import random
from mpmath import mp, mpf

mp.prec = 300
draw = random.Random(20)


def row(name, function, x):
    exact = function(mpf(x))
    high = float(exact)
    low = float(exact - mpf(high))
    print(name, x.hex(), high.hex(), low.hex(), sep="\t")


for i in range(100):
    wide = draw.uniform(-700, 700)
    near = draw.uniform(-3, 3)
    tiny = draw.uniform(-1, 1) * 2.0 ** -draw.randrange(1, 50)
    for x in (wide, near, tiny):
        row("exp", mp.exp, x)
        row("sigmoid", lambda v: 1 / (1 + mp.exp(-v)), x)
        row("tanh", mp.tanh, x if abs(x) < 300 else x / 3)
        row("log", mp.log, 1 + tiny if x == tiny else 2.0 ** (x if abs(x) < 3 else x * 1.4))
