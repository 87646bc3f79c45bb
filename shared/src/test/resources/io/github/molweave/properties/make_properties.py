"""Writes properties.tsv: what RDKit computes of 460 molecules, and how else each may be spelled.

Usage: python3 make_properties.py LIST.gz CORPUS.gz > properties.tsv   (made with RDKit 2022.09.3)

LIST is the 99,991 PubChem strings of docs/datasets/pubchem.md, CORPUS the built-in corpus made from
it. 300 molecules come from the corpus, 120 from the rest of the list (so that the fragment table of
saLike has not seen them), and some are picked by hand: cages, charges, isotopes, odd valences.
SA_Score is RDKit's Contrib/SA_Score/sascorer.py, to be found by PYTHONPATH.

Columns: set, SMILES, weight, logP, polar surface, donors, acceptors, rotatable bonds, sizes of the
rings, aromatic rings, stereocentres, of them without mark, fraction sp3, QED, SA, Lipinski
violations, two random spellings.
"""
import gzip
import random
import sys

import sascorer
from rdkit import Chem, RDLogger
from rdkit.Chem import Crippen, QED, rdMolDescriptors as rd
from rdkit.Chem.Descriptors import MolWt

PICKED = """C O N S [NH4+].[Cl-] [2H]C([2H])([2H])O [13CH4] CC(=O)[O-].[Na+] [O-]S(=O)(=O)[O-] OO [H][H] [H+]
C1CC2CCC1CC2 C1CN2CCC1CC2 C12C3C4C1C5C2C3C45 C1CC2CC1CC2 C1C2CC3CC1CC(C2)C3 C1CC1C1CN1 C1OC1C1SC1 C1CC11CC1
C[N+](=O)[O-] CN=[N+]=[N-] C[N+]#[C-] O=Cl(=O)(=O)[O-] OI(=O)=O CP(=O)(O)OC C=P(C)(C)C CS(C)(=O)=O CS(C)=O
C[S@](=O)CC C[S+](C)C CN(C)(C)=O O=C=O N#N [C-]#[O+] c1cc[n+]([O-])cc1 C[n+]1ccccc1 O=c1cc[nH]cc1 c1cc[nH]c1
c1ccc2[nH]ccc2c1 c1ccc2cccc-2cc1 O=c1cccccc1 C1=CC=CC=CC=C1 c1ccsc1 C[Si](C)(C)C OB(O)c1ccccc1 C[Se]C
C[C@H](N)C(=O)O C[C@@H]1CC[C@H](O)CC1 C[C@H](O)[C@@H](O)[C@H](C)O C/C=C/C(O)/C=C\\C C/C=C/C(O)/C=C/C C[P@](CC)c1ccccc1
C[C@H](O)C(O)[C@H](C)O C[C@H](O)C(O)[C@@H](C)O OC([C@@H](F)Cl)[C@H](F)Cl OC([C@@H](F)Cl)[C@@H](F)Cl CC(C)C(/C=C/F)/C=C\\F
CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5 CC(=O)Oc1ccccc1C(=O)O Cn1c(=O)c2c(ncn2C)n(C)c1=O
CC(C)Cc1ccc(cc1)C(C)C(=O)O OC[C@H]1OC(O)[C@H](O)[C@@H](O)[C@@H]1O C1CCCCCCC1 C1CCCCCCCC1 FC(F)(F)C(Cl)Br""".split()

RDLogger.DisableLog("rdApp.*")
random.seed(5)


def lines(path):
    return [line.split()[0] for line in gzip.open(path, "rt")]


corpus = lines(sys.argv[2])
known = set(corpus)
rest = [s for s in lines(sys.argv[1]) if s not in known and "." not in s and "*" not in s and 12 < len(s) < 90]
canonical = {Chem.CanonSmiles(s) for s in corpus}


def is_unseen(smiles):
    molecule = Chem.MolFromSmiles(smiles)
    if molecule is None or Chem.MolToSmiles(molecule) in canonical:
        return False
    # OpenChemLib places the double bonds of porphyrins and aromatic phosphorus otherwise, or not at all.
    if "p" in smiles or any(len(ring) > 15 for ring in molecule.GetRingInfo().AtomRings()):
        return False
    return all(atom.GetSymbol() in ("C", "N", "O", "S", "P", "F", "Cl", "Br", "I") for atom in molecule.GetAtoms())


rest = [s for s in rest if is_unseen(s)]
sets = [("picked", s) for s in PICKED]
sets += [("corpus", s) for s in random.sample(corpus, 300)]
sets += [("unseen", s) for s in random.sample(rest, 120)]
for name, smiles in sets:
    m = Chem.MolFromSmiles(smiles)
    sizes = sorted(len(ring) for ring in m.GetRingInfo().AtomRings())
    weight, logp = MolWt(m), Crippen.MolLogP(m)
    limits = (weight > 500) + (logp > 5) + (rd.CalcNumLipinskiHBD(m) > 5) + (rd.CalcNumLipinskiHBA(m) > 10)
    row = [name, smiles, "%.3f" % weight, "%.5f" % logp, "%.2f" % rd.CalcTPSA(m), rd.CalcNumHBD(m), rd.CalcNumHBA(m)]
    row += [rd.CalcNumRotatableBonds(m, rd.NumRotatableBondsOptions.Strict), ",".join(map(str, sizes)) or "-"]
    row += [rd.CalcNumAromaticRings(m), rd.CalcNumAtomStereoCenters(m), rd.CalcNumUnspecifiedAtomStereoCenters(m)]
    row += ["%.5f" % rd.CalcFractionCSP3(m), "%.5f" % QED.default(m), "%.4f" % sascorer.calculateScore(m), limits]
    print("\t".join(map(str, row + list(Chem.MolToRandomSmilesVect(m, 2, randomSeed=11)))))
