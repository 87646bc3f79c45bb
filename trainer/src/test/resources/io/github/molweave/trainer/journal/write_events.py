"""Writes golden.tfevents with TensorBoard's own record writer and protocol buffers, and reads it
with its own reader, which checks every checksum:

    pip install tensorboard    (2.21.0 was used)
    python write_events.py golden.tfevents

TensorBoardEventsTest holds Molweave's bytes to these.
"""
import sys

from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.compat.proto.event_pb2 import Event
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.record_writer import RecordWriter


def event(wall_time, step, scalars):
    values = [Summary.Value(tag=tag, simple_value=value) for tag, value in scalars]
    return Event(wall_time=wall_time, step=step, summary=Summary(value=values))


EVENTS = [
    Event(file_version="brain.Event:2"),
    event(1795384800.25, 1, [
        ("loss/step", 3.875), ("optimiser/gradient norm", 0.1), ("optimiser/learning rate", 1e-4)]),
    event(1795384801.5, 300, [
        ("loss/step", 1.5), ("optimiser/gradient norm", 2.0), ("optimiser/learning rate", 0.002),
        ("speed/tokens per second", 12345.678)]),
    event(1795384900.0, 4_000_000_000, [
        ("loss/training", 1.25), ("loss/validation", 1.125), ("samples/validity", 0.9),
        ("samples/uniqueness", 1.0), ("samples/novelty", 0.5)]),
]

with open(sys.argv[1], "wb") as out:
    writer = RecordWriter(out)
    for e in EVENTS:
        writer.write(e.SerializeToString())
    writer.flush()

read = EventAccumulator(sys.argv[1])
read.Reload()
for tag in read.Tags()["scalars"]:
    print(tag, [(s.step, s.value) for s in read.Scalars(tag)])
