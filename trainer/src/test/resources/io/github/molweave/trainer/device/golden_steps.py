"""Gradients and ten steps of Adam by PyTorch in float64: python3 golden_steps.py > golden-steps.txt

What every device has to agree with. One block a network:

    network CELL V E H LAYERS
    CLIP DECAY RATE                     norm to clip to, weight decay, learning rate
    batch LENGTH LENGTH ...             three of them; rows fall in length; every row's ids follow,
    INPUTS                              row by row without padding, then its targets
    TARGETS
    loss VALUE                          mean NLL of the first batch before any step
    tensor NAME                         for each: first values, gradient of that loss unclipped,
    VALUES / GRADIENT / VALUES          values after ten steps on batches 0 1 2 0 1 2 ...
    steps                               then ten lines: loss before the update, norm before clipping

Adam in the form at the end of section 2 of arXiv:1412.6980, where epsilon is added before the bias is
corrected; torch.optim adds it after. Weights but not biases nor the embedding decay, decoupled. The first
values are floats. Made with PyTorch 1.13.
"""

import torch

V, E, H = 9, 6, 8
BATCHES = [[7, 6, 6, 3, 2], [5, 5, 4], [8, 2, 2, 2]]
CLIP, DECAY, RATE, STEPS = 0.3, 0.1, 0.01, 10
BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8

torch.manual_seed(7)
torch.set_default_dtype(torch.double)


def text(tensor):
    return " ".join("%.10g" % value for value in tensor.detach().flatten().tolist())


def loss_of(network, batch):
    embedding, rnn, output = network
    lengths, inputs, targets = batch
    packed = torch.nn.utils.rnn.pack_sequence([embedding(row) for row in inputs])
    logits = output(rnn(packed)[0].data)
    wanted = torch.nn.utils.rnn.pack_sequence(targets).data
    return torch.nn.functional.cross_entropy(logits, wanted)


def update(tensors, moments, t):
    rate = RATE * (1 - BETA2**t) ** 0.5 / (1 - BETA1**t)
    for (name, value), (mean, square) in zip(tensors, moments):
        mean.mul_(BETA1).add_(value.grad, alpha=1 - BETA1)
        square.mul_(BETA2).addcmul_(value.grad, value.grad, value=1 - BETA2)
        if "weight" in name and not name.startswith("embedding"):
            value.data.mul_(1 - RATE * DECAY)
        value.data.sub_(rate * mean / (square.sqrt() + EPSILON))


def block(cell, kind, layers):
    network = (torch.nn.Embedding(V, E), kind(E, H, layers), torch.nn.Linear(H, V))
    embedding, rnn, output = network
    tensors = [("embedding.weight", embedding.weight)]
    tensors += [("rnn." + name, value) for name, value in rnn.named_parameters()]
    tensors += [("output.weight", output.weight), ("output.bias", output.bias)]
    for _, value in tensors:
        value.data = value.data.float().double()
    batches = []
    for lengths in BATCHES:
        rows = [torch.randint(V, (2, length)) for length in lengths]
        batches.append((lengths, [row[0] for row in rows], [row[1] for row in rows]))
    print("network", cell, V, E, H, layers)
    print(CLIP, DECAY, RATE)
    for lengths, inputs, targets in batches:
        print("batch", *lengths)
        print(*torch.cat(inputs).tolist())
        print(*torch.cat(targets).tolist())
    loss = loss_of(network, batches[0])
    loss.backward()
    print("loss %.15g" % loss.item())
    first = {name: (text(value), text(value.grad)) for name, value in tensors}
    moments = [[torch.zeros_like(value), torch.zeros_like(value)] for _, value in tensors]
    steps = []
    for step in range(STEPS):
        for _, value in tensors:
            value.grad = None
        loss = loss_of(network, batches[step % len(batches)])
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_([value for _, value in tensors], CLIP)
        update(tensors, moments, step + 1)
        steps.append("%.12g %.12g" % (loss.item(), norm.item()))
    for name, value in tensors:
        print("tensor", name)
        print(first[name][0])
        print(first[name][1])
        print(text(value))
    print("steps")
    print("\n".join(steps))


for cell, kind in [("gru-reset-after", torch.nn.GRU), ("lstm", torch.nn.LSTM)]:
    for layers in [1, 2, 3]:
        block(cell, kind, layers)
