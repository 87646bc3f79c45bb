"""Writes fragments.tsv: how RDKit cuts 400 molecules of the built-in corpus, and how complex they are.

Usage: python3 make_fragments.py CORPUS.gz > fragments.tsv   (made with RDKit 2022.09.3)

CORPUS is pubchem.smi.gz of docs/datasets/pubchem.md. Columns: SMILES; Murcko scaffold, - for none;
BRICS fragments between dots; BertzCT.
"""
import gzip
import random
import sys

from rdkit import Chem, RDLogger
from rdkit.Chem import AllChem
from rdkit.Chem.GraphDescriptors import BertzCT
from rdkit.Chem.Scaffolds import MurckoScaffold

RDLogger.DisableLog("rdApp.*")
random.seed(4)
lines = [line.split()[0] for line in gzip.open(sys.argv[1], "rt")]
for smiles in random.sample(lines, 400):
    molecule = Chem.MolFromSmiles(smiles)
    scaffold = Chem.MolToSmiles(MurckoScaffold.GetScaffoldForMol(molecule)) or "-"
    fragments = Chem.MolToSmiles(AllChem.FragmentOnBRICSBonds(molecule))
    print(smiles, scaffold, fragments, "%.4f" % BertzCT(molecule), sep="\t")
