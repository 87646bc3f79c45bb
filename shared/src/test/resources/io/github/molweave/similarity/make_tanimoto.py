"""Writes tanimoto.tsv: pairs of molecules with RDKit's Tanimoto coefficient (RDKit 2022.09.3).

    python3 make_tanimoto.py pubchem.smi.gz > tanimoto.tsv

The molecules come from the trainer's built-in PubChem corpus. The second of each two pairs is by
chance, the first the likest of 6,000.
"""

import gzip
import random
import sys

from rdkit import Chem
from rdkit.Chem import rdMolDescriptors

lines = gzip.open(sys.argv[1], 'rt').read().split()
random.Random(5).shuffle(lines)
molecules = [(Chem.MolFromSmiles(s), s) for s in lines[:6000]]
molecules = [(m, s) for m, s in molecules if m is not None and '.' not in s]
fingerprint = lambda m: set(rdMolDescriptors.GetMorganFingerprint(m, 2).GetNonzeroElements())
prints = [(fingerprint(m), s) for m, s in molecules]
rng = random.Random(7)
pairs = []
for at in range(0, len(prints), 40):
    mine, spelled = prints[at]
    others = prints[:at] + prints[at + 1:]
    likest = max(others, key=lambda p: len(p[0] & mine) / len(p[0] | mine))
    for other, smiles in (likest, rng.choice(others)):
        pairs.append((spelled, smiles, len(mine & other) / len(mine | other)))
for a, b, value in pairs:
    print(f'{a}\t{b}\t{value:.6f}')
