"""Writes molecules.tsv: what RDKit says of 400 molecules, and how else each may be spelled.

Usage: python3 make_molecules.py SMILES_FILE.gz > molecules.tsv   (made with RDKit 2022.09.3)

The molecules are every n-th one of a public PubChem set, plus the hand-picked ones below (isotopes,
charges, elements that the set lacks). Columns: SMILES as found, Hill formula, average weight, and
two random spellings of the same molecule.
"""
import gzip
import random
import sys

from rdkit import Chem, RDLogger
from rdkit.Chem.Descriptors import MolWt
from rdkit.Chem.rdMolDescriptors import CalcMolFormula

HAND_PICKED = """C O N [NH4+].[Cl-] [2H]C([2H])([2H])O [13CH4] CC(=O)[O-].[Na+] [O-]S(=O)(=O)[O-]
C[Si](C)(C)C OB(O)c1ccccc1 C[Se]C IC(I)I BrC(Br)Br FC(F)(F)F CP(=O)(O)O C[N+](=O)[O-] [H][H] [Fe+2]
F/C=C/F F/C=C\\F C[C@H](N)C(=O)O C[C@@H](N)C(=O)O c1cc[nH]c1 c1ccsc1 O=C=O C#N N#N
C[C@]12CC[C@H]3[C@@H](CCC4=CC(=O)CC[C@]34C)[C@@H]1CC[C@@H]2O
CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5""".split()

RDLogger.DisableLog("rdApp.*")
random.seed(7)
found = [line.split()[0] for line in gzip.open(sys.argv[1], "rt") if "*" not in line]
picked = HAND_PICKED + found[:: len(found) // 373]
for smiles in picked[:400]:
    molecule = Chem.MolFromSmiles(smiles)
    if molecule is None:
        continue
    spellings = Chem.MolToRandomSmilesVect(molecule, 2, randomSeed=11)
    weight = "%.4f" % MolWt(molecule)
    print("\t".join([smiles, CalcMolFormula(molecule), weight, *spellings]))
