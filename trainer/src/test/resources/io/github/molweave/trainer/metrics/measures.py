"""Measures one set of molecules against another, by RDKit and the definitions of MOSES and GuacaMol.

Usage: python3 measures.py JUDGED.smi REFERENCE.smi > measures.tsv   (made with RDKit 2022.09.3, numpy)
       python3 measures.py --sample CORPUS.gz

The second form draws judged.smi (600 molecules, some twice, some spoiled) and reference.smi (900)
from pubchem.smi.gz of docs/datasets/pubchem.md. Nothing of Molweave is used. Novelty counts the
reference as the training set. The KL score takes the first molecules of the reference, as many as
there are different ones to judge.
"""
import gzip
import math
import random
import sys
from collections import Counter

import numpy as np
from rdkit import Chem, DataStructs, RDLogger
from rdkit.Chem import QED, AllChem, Crippen, Descriptors
from rdkit.Chem import rdMolDescriptors as rd
from rdkit.Chem.GraphDescriptors import BertzCT
from rdkit.Chem.Scaffolds import MurckoScaffold

RDLogger.DisableLog("rdApp.*")


def sample(corpus):
    random.seed(6)
    lines = [line.split()[0] for line in gzip.open(corpus, "rt")]
    chosen = random.sample(lines, 1460)
    # Light ones are favoured, so that the two sets differ.
    judged = sorted(chosen[:560], key=lambda smiles: (len(smiles) > 60, random.random()))
    judged = judged + judged[:30] + [smiles[:-1] + "(" for smiles in judged[30:40]]
    random.shuffle(judged)
    open("judged.smi", "w").write("\n".join(judged) + "\n")
    open("reference.smi", "w").write("\n".join(chosen[540:1440]) + "\n")


def read(path):
    texts = [line.split()[0] for line in open(path)]
    return texts, [m for m in map(Chem.MolFromSmiles, texts) if m is not None]


def morgan(molecules, bits):
    return [AllChem.GetMorganFingerprintAsBitVect(m, 2, nBits=bits) for m in molecules]


def fragments(molecules):
    return Counter(f for m in molecules for f in Chem.MolToSmiles(AllChem.FragmentOnBRICSBonds(m)).split("."))


def scaffolds(molecules):
    found = Counter()
    for m in molecules:
        scaffold = MurckoScaffold.GetScaffoldForMol(m)
        if scaffold.GetRingInfo().NumRings() >= 2:
            found[Chem.MolToSmiles(scaffold)] += 1
    return found


def cosine(a, b):
    names = sorted(set(a) | set(b))
    x, y = (np.array([c[name] for name in names], float) for c in (a, b))
    return x @ y / math.sqrt((x @ x) * (y @ y))


def wasserstein(a, b):
    a, b = np.sort(a), np.sort(b)
    both = np.sort(np.concatenate([a, b]))
    below = [np.searchsorted(v, both[:-1], "right") / len(v) for v in (a, b)]
    return np.sum(np.abs(below[0] - below[1]) * np.diff(both))


def density(values, places):
    width = values.std(ddof=1) * len(values) ** -0.2
    total = np.zeros(len(places))
    for part in np.array_split(values, len(values) // 1000 + 1):
        total += np.exp(-0.5 * ((places[:, None] - part[None]) / width) ** 2).sum(1)
    return total / (len(values) * width * math.sqrt(2 * math.pi))


def divergence(p, q):
    p, q = (d + 1e-10 for d in (p, q))
    p, q = (d / d.sum() for d in (p, q))
    return np.sum(p * np.log(p / q))


def continuous(baseline, sampled):
    both = np.concatenate([baseline, sampled])
    places = np.linspace(both.min(), both.max(), 1000)
    return divergence(density(baseline, places), density(sampled, places))


def discrete(baseline, sampled):
    p, bins = np.histogram(baseline, bins=10, density=True)
    return divergence(p, np.histogram(sampled, bins=bins, density=True)[0])


def inner(molecules):
    prints = morgan(molecules, 4096)
    nearest = []
    for i, one in enumerate(prints):
        similar = DataStructs.BulkTanimotoSimilarity(one, prints)
        similar[i] = 0
        nearest.append(max(similar))
    return np.array(nearest)


CONTINUOUS = [("bertz", BertzCT), ("logp", Crippen.MolLogP), ("weight", Descriptors.MolWt), ("tpsa", rd.CalcTPSA)]
DISCRETE = [("acceptors", rd.CalcNumHBA), ("donors", rd.CalcNumHBD), ("rotatable_bonds", rd.CalcNumRotatableBonds)]
DISCRETE += [("aliphatic_rings", rd.CalcNumAliphaticRings), ("aromatic_rings", rd.CalcNumAromaticRings)]
DISTANCES = CONTINUOUS[1:] + [("qed", QED.qed), ("rings", rd.CalcNumRings), ("aromatic_rings", rd.CalcNumAromaticRings)]


def values(molecules, function):
    return np.array([function(m) for m in molecules], float)


def measure(judged_path, reference_path):
    texts, judged = read(judged_path)
    _, reference = read(reference_path)
    keys = [Chem.MolToSmiles(m) for m in judged]
    known = {Chem.MolToSmiles(m) for m in reference}
    prints, others = morgan(judged, 1024), morgan(reference, 1024)
    yield "validity", len(judged) / len(texts)
    yield "uniqueness_1k", len(set(keys[:1000])) / len(keys[:1000])
    yield "uniqueness_10k", len(set(keys[:10000])) / len(keys[:10000])
    yield "novelty", len(set(keys) - known) / len(set(keys))
    yield "internal_diversity", 1 - np.mean([np.mean(DataStructs.BulkTanimotoSimilarity(p, prints)) for p in prints])
    yield "snn", np.mean([max(DataStructs.BulkTanimotoSimilarity(p, others)) for p in prints])
    yield "fragment_similarity", cosine(fragments(judged), fragments(reference))
    yield "scaffold_similarity", cosine(scaffolds(judged), scaffolds(reference))
    for name, function in DISTANCES:
        yield "w1_" + name, wasserstein(values(judged, function), values(reference, function))
    distinct = [judged[keys.index(key)] for key in dict.fromkeys(keys)]
    part = reference[: len(distinct)]
    parts = [(n, continuous(values(part, f), values(distinct, f))) for n, f in CONTINUOUS]
    parts += [(n, discrete(values(part, f), values(distinct, f))) for n, f in DISCRETE]
    parts += [("internal_similarity", continuous(inner(part), inner(distinct)))]
    yield "kl_score", np.mean([math.exp(-value) for _, value in parts])
    for name, value in parts:
        yield "kl_" + name, value


if sys.argv[1] == "--sample":
    sample(sys.argv[2])
else:
    for name, value in measure(*sys.argv[1:]):
        print("%s\t%.6f" % (name, value))
