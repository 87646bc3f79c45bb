"""Writes aromaticity.tsv: which atoms and how many bonds RDKit calls aromatic.

Usage: python3 make_aromaticity.py CORPUS.gz > aromaticity.tsv   (made with RDKit 2022.09.3)

CORPUS is the built-in one (docs/datasets/pubchem.md). Each molecule is given in a Kekule spelling,
so that nothing in the text says what is aromatic. Columns: that spelling, one letter for each atom
in its order (a or -), the number of aromatic bonds.
"""
import gzip
import random
import sys

from rdkit import Chem, RDLogger

PICKED = """c1ccccc1 c1cc[nH]c1 c1ccoc1 c1ccsc1 c1cnc[nH]1 c1ccc2cccc-2cc1 O=c1cccccc1 O=C1C=CC=C1 C1=CC=CC=CC=C1
C=C1C=CC=C1 O=C1C=CC(=O)C=C1 C1=CC=CC1 [CH-]1C=CC=C1 [CH+]1C=CC=CC=C1 [CH+]1C=C1 O=c1cc1 c1cc[n+]([O-])cc1 C[n+]1ccccc1
O=c1cc[nH]cc1 Cn1c(=O)c2c(ncn2C)n(C)c1=O c1ccc2ccccc2c1 c1ccc2c(c1)ccc1ccccc12 c1cc2ccc3cccc4ccc(c1)c2c34
c1ccc2c(c1)-c1ccccc1-2 C1=CC2=CC=CC=C2C1 c1ccc2[nH]c3ccccc3c2c1 c1ccc2c(c1)[nH]c1nc3ccccc3nc12 C1=NC2=NC=NC=C2N1
N1C=CC2=CC=CC=C12 S1C=CN=C1 c1nnn[nH]1 c1ncon1 O=S1(=O)C=CC=C1 C1=CS(=O)C=C1 B1C=CC=CC=C1 C1=CC2=CC=CC3=CC=CC1=C23
c1cc2cc3ccc(cc4ccc(cc5ccc(cc1n2)[nH]5)n4)[nH]3 O=C1NC(=O)c2ccccc21 O=C1c2ccccc2C(=O)c2ccccc21 C1=CC=C2C(=C1)C=CC=CC2
C1=CC=CC=1 C1#CC=CC=C1 [O-][s+]1cccc1 [nH+]1cc[nH]c1 O=c1oc2ccccc2cc1 S=c1ccccs1 C=c1ccccc1=C c1ccc2ocnc2c1
c1c[nH]c2c1[nH]c1cc[nH]c12 P1C=CC=C1 p1ccccc1 [O+]1=CC=CC=C1 c1cc[o+]cc1 N1=NC=CC=C1 [N-]1C=CC=C1 O=C1CC=CC=C1
c1cc2c3c(c1)ccc1cccc(c13)C=C2 c1ccc2cc3cc4ccccc4cc3cc2c1 C1CC2=CC=CC3=C2C1=CC=C3 C1=CC(=C2C=CC=C2)C=C1""".split()

RDLogger.DisableLog("rdApp.*")
random.seed(6)
corpus = [line.split()[0] for line in gzip.open(sys.argv[1], "rt")]
for smiles in PICKED + random.sample([s for s in corpus if "[H]" not in s], 250):
    molecule = Chem.MolFromSmiles(smiles)
    Chem.Kekulize(molecule, clearAromaticFlags=True)
    kekule = Chem.MolToSmiles(molecule, kekuleSmiles=True)
    molecule = Chem.MolFromSmiles(kekule)
    flags = "".join("a" if atom.GetIsAromatic() else "-" for atom in molecule.GetAtoms())
    print("\t".join([kekule, flags, str(sum(bond.GetIsAromatic() for bond in molecule.GetBonds()))]))
