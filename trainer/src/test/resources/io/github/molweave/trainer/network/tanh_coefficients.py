"""Fits tanh(x) = x P(x^2) / Q(x^2) on |x| <= 9 for FloatGates: python3 tanh_coefficients.py

P of degree 6, Q of degree 3 with Q(0) = 1. The linearised problem x P - tanh(x) Q = 0 is solved in
the least-squares sense with weights that are moved towards the points of largest error (Lawson).
Beyond 9, tanh is 1 within half a unit in the last place of a float.
"""

import numpy as np

P, Q, EDGE = 6, 3, 9.0
x = EDGE * (1 - np.cos(np.linspace(0, np.pi, 4001))) / 2
x = x[x > 0]
y = np.tanh(x)
u = (x / EDGE) ** 2
weights = np.ones_like(x)
denominator = np.ones_like(x)
best = (np.inf, None, None)
for _ in range(400):
    # Relative error: tanh spans all sizes near 0.
    scale = np.sqrt(weights) / (y * denominator)
    matrix = np.column_stack([x * u**k for k in range(P + 1)] + [-y * u**k for k in range(1, Q + 1)])
    solution, *_ = np.linalg.lstsq(matrix * scale[:, None], y * scale, rcond=None)
    p, q = solution[: P + 1], np.concatenate([[1], solution[P + 1 :]])
    denominator = sum(c * u**k for k, c in enumerate(q))
    error = np.abs(x * sum(c * u**k for k, c in enumerate(p)) / denominator / y - 1)
    if error.max() < best[0]:
        best = (error.max(), p, q)
    weights = weights * (error + 1e-12)
    weights /= weights.sum()
error, p, q = best
print("largest relative error %.2g" % error)
print("P", ["%.9g" % (c / EDGE ** (2 * k)) for k, c in enumerate(p)])
print("Q", ["%.9g" % (c / EDGE ** (2 * k)) for k, c in enumerate(q)])

f = np.float32
x = np.linspace(-9, 9, 2_000_001).astype(f)
u = x * x
p = [f(c / EDGE ** (2 * k)) for k, c in enumerate(p)]
q = [f(c / EDGE ** (2 * k)) for k, c in enumerate(q)]
top = p[6]
for c in p[5::-1]:
    top = top * u + c
bottom = q[3]
for c in q[2::-1]:
    bottom = bottom * u + c
value = x * top / bottom
print("in float: absolute %.2g" % np.abs(value.astype(float) - np.tanh(x.astype(float))).max(), "largest", value.max())
