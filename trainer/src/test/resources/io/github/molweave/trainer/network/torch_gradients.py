"""Loss and gradients of small networks by PyTorch, for TorchAgreementTest: python3 torch_gradients.py > torch-gradients.txt

One block a network: a line with cell, V, E, H and layers; a line with the lengths of the batch; inputs and
targets, row by row; the loss (mean over all tokens); then for each tensor its name, its values and its
gradient. Everything in double. Made with PyTorch 1.13.
"""

import torch

V, E, H, LAYERS = 5, 3, 4, 2
LENGTHS = [5, 4, 2]

torch.manual_seed(5)
torch.set_default_dtype(torch.double)


def text(tensor):
    return " ".join("%.12g" % value for value in tensor.detach().flatten().tolist())


for cell, kind in [("gru-reset-after", torch.nn.GRU), ("lstm", torch.nn.LSTM)]:
    embedding = torch.nn.Embedding(V, E)
    rnn = kind(E, H, LAYERS)
    output = torch.nn.Linear(H, V)
    tensors = [("embedding.weight", embedding.weight)]
    tensors += [("rnn." + name, value) for name, value in rnn.named_parameters()]
    tensors += [("output.weight", output.weight), ("output.bias", output.bias)]
    for _, value in tensors:
        value.data = value.data.float().double()  # the test starts from floats
    inputs = torch.randint(V, (len(LENGTHS), LENGTHS[0]))
    targets = torch.randint(V, (len(LENGTHS), LENGTHS[0]))
    logits = output(rnn(embedding(inputs.T))[0])
    losses = torch.nn.functional.cross_entropy(logits.transpose(1, 2), targets.T, reduction="none")
    mask = torch.tensor([[t < n for n in LENGTHS] for t in range(LENGTHS[0])])
    loss = losses[mask].mean()
    loss.backward()
    print(cell, V, E, H, LAYERS)
    print(*LENGTHS)
    print(*inputs.flatten().tolist())
    print(*targets.flatten().tolist())
    print("%.15g" % loss.item())
    for name, value in tensors:
        print(name)
        print(text(value))
        print(text(value.grad))
