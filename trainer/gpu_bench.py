"""The networks of GpuBench by PyTorch on the same card: python3 gpu_bench.py FOLDER

FOLDER holds lengths-512.txt and lengths-2048.txt, a batch a line, as GpuBench wrote them. For each shape the
best of: padded and packed input, as it is and compiled; Adam in one kernel. Prints lines like GpuBench's.
In bf16 the recurrent layers are in float16 all the same, because autocast casts cuDNN's to nothing else; that is
PyTorch's best in 16 bits, and cuDNN has faster kernels for it. Nothing is scaled, which a real training would do.
"""

import statistics
import sys
import time

import torch

VOCABULARY, EMBEDDING, ROUNDS = 45, 128, 5
SHAPES = [("gru", 512, 1), ("gru", 512, 3), ("lstm", 768, 3)]


class Network(torch.nn.Module):
    def __init__(self, cell, hidden, layers):
        super().__init__()
        kind = torch.nn.GRU if cell == "gru" else torch.nn.LSTM
        self.embedding = torch.nn.Embedding(VOCABULARY, EMBEDDING)
        self.rnn = kind(EMBEDDING, hidden, layers)
        self.output = torch.nn.Linear(hidden, VOCABULARY)

    def forward(self, inputs, targets, lengths):
        fed = self.embedding(inputs)
        if lengths is None:
            logits = self.output(self.rnn(fed)[0]).flatten(0, 1)
            return torch.nn.functional.cross_entropy(logits, targets.flatten(), ignore_index=-1)
        packed = torch.nn.utils.rnn.pack_padded_sequence(fed, lengths)
        logits = self.output(self.rnn(packed)[0].data)
        wanted = torch.nn.utils.rnn.pack_padded_sequence(targets, lengths).data
        return torch.nn.functional.cross_entropy(logits, wanted)


def batches(path):
    for line in open(path):
        lengths = torch.tensor([int(word) for word in line.split()])
        shape = (int(lengths[0]), len(lengths))
        padding = torch.arange(shape[0])[:, None] >= lengths
        targets = torch.randint(VOCABULARY, shape).masked_fill(padding, -1)
        yield torch.randint(VOCABULARY, shape).cuda(), targets.cuda(), lengths


def time_of(network, precision, work, packed):
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-4, fused=True)

    def run():
        for inputs, targets, lengths in work:
            optimiser.zero_grad(set_to_none=True)
            with torch.autocast("cuda", torch.bfloat16, enabled=precision == "bf16"):
                loss = network(inputs, targets, lengths if packed else None)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
        torch.cuda.synchronize()

    run()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e3 / len(work))
    return statistics.median(times)


def main(folder):
    if not torch.cuda.is_available():
        print("SKIPPED: this PyTorch finds no card")
        return
    print("# PyTorch", torch.__version__, "on", torch.cuda.get_device_name())
    for rows in (512, 2048):
        work = list(batches("%s/lengths-%d.txt" % (folder, rows)))
        for precision in ("float32", "tf32", "bf16"):
            torch.backends.cuda.matmul.allow_tf32 = precision == "tf32"
            torch.backends.cudnn.allow_tf32 = precision == "tf32"
            for cell, hidden, layers in SHAPES:
                times = {}
                for packed in (False, True):
                    for compiled in (False, True):
                        name = ("packed" if packed else "padded") + (" compiled" if compiled else "")
                        try:
                            network = Network(cell, hidden, layers).cuda()
                            used = torch.compile(network) if compiled else network
                            times[name] = time_of(used, precision, work, packed)
                        except Exception as failure:
                            print("# %s: %s" % (name, str(failure).splitlines()[0]))
                if not times:
                    print("# SKIPPED %s %dx%d batch %d %s" % (cell, hidden, layers, rows, precision))
                    continue
                best = min(times, key=times.get)
                every = ", ".join("%s %.3f" % item for item in times.items())
                print(
                    "pytorch %s %dx%d batch %d %s: %.3f ms/step (%s; all: %s)"
                    % (cell, hidden, layers, rows, precision, times[best], best, every)
                )


main(sys.argv[1])
