"""Writes golden.tsv: what the reference implementation makes of molecules and of random symbols.

Usage, once for each version, with RDKit and the package `selfies` of that version installed:
    python3 golden.py trainer/src/main/resources/io/github/molweave/trainer/corpus/pubchem.smi.gz >> golden.tsv

Rows: version, direction, SMILES, SELFIES. "encode": 250 molecules of the built-in corpus, most of
them as a random stereoisomer in a random order. "decode": 150 random sequences of the symbols that the package
calls robust, with the SMILES that it derives.

The file here was made with the source of selfies 1.0.4, and with that of 2.1.1 given the default
bond constraints of 2.2.0, which are what 2.2.0 changed.
"""
import gzip
import random
import sys

import selfies
from rdkit import Chem
from rdkit.Chem.EnumerateStereoisomers import EnumerateStereoisomers, StereoEnumerationOptions

VERSION = selfies.__version__.split(".")[0]
MOLECULES = 250
SEQUENCES = 150

random.seed(8)
lines = [line.split()[0] for line in gzip.open(sys.argv[1], "rt")]
random.shuffle(lines)


def with_stereo(smiles):
    """One stereoisomer, its atoms in random order; None for a molecule that has but one."""
    isomers = list(EnumerateStereoisomers(
        Chem.MolFromSmiles(smiles), StereoEnumerationOptions(maxIsomers=1, rand=8)))
    text = Chem.MolToRandomSmilesVect(isomers[0], 1, randomSeed=random.randrange(10**6))[0]
    return text if "@" in text or "/" in text else None


isomers = [text for text in map(with_stereo, lines[:1000]) if text][: 3 * MOLECULES // 5]
for smiles in isomers + lines[1000 : 1000 + 2 * MOLECULES // 5]:
    try:
        text = selfies.encoder(smiles)
    except Exception:
        text = None
    if text is not None:
        print(VERSION, "encode", smiles, text, sep="\t")

symbols = sorted(selfies.get_semantic_robust_alphabet())
for _ in range(SEQUENCES):
    text = "".join(random.choices(symbols, k=random.choice([5, 10, 20, 40])))
    smiles = selfies.decoder(text)
    if smiles:
        print(VERSION, "decode", smiles, text, sep="\t")
