"""Writes atom-order.tsv: what RDKit says of each atom of a SMILES, in the order of the text.

Columns: the SMILES; for each atom, separated by blanks: element, isotope, charge and the sorted numbers of its
neighbours, as C.0.0:1,2. Hydrogens written as atoms are kept. RDKit 2022.09.3.

    python3 make_atom_order.py > atom-order.tsv
"""

import os
import random

from rdkit import Chem

HERE = os.path.dirname(os.path.abspath(__file__))
BY_HAND = [
    "[H]C([H])([H])[H]", "[H][C@](C)(N)O", "C[C@@]([H])(N)C(=O)[O-]", "[H]/C(C)=C(/[H])Cl", "[2H]C([H])O[3H]",
    "[H]O[H].[Na+].[Cl-]", "[H][H]", "[H+].[Cl-]", "c1cc([H])ccc1[H]", "C1CC1.[H]N([H])[H].OC%12CCC%12",
    "[H]B1([H])[H]B([H])([H])[H]1", "[NH4+].[H]C#N", "C([H])([H])=C1CC1", "[H]n1cccc1", "[H]c1c([H])c([H])nc2c1[nH]c([2H])c2",
    "[Fe+2].[H]C1=CC=C[CH-]1", "[H][Si](C)(C)[H]", "O=C([H])c1ccc([H])cc1", "[H]N(C)S(=O)(=O)C([H])(F)Cl",
]


def described(smiles):
    parameters = Chem.SmilesParserParams()
    parameters.removeHs = False
    parameters.sanitize = False
    molecule = Chem.MolFromSmiles(smiles, parameters)
    return " ".join(
        f"{a.GetSymbol()}.{a.GetIsotope()}.{a.GetFormalCharge()}:"
        + ",".join(str(n) for n in sorted(b.GetIdx() for b in a.GetNeighbors()))
        for a in molecule.GetAtoms()
    )


def with_some_hydrogens(molecule, dice):
    full = Chem.AddHs(molecule)
    chosen = [a.GetIdx() for a in molecule.GetAtoms() if a.GetTotalNumHs() > 0 and dice.random() < 0.3]
    some = Chem.AddHs(molecule, onlyOnAtoms=chosen) if chosen else full
    return Chem.MolToSmiles(some, doRandom=True)


def main():
    dice = random.Random(5)
    smiles = list(BY_HAND)
    for line in open(os.path.join(HERE, "drugs.tsv")):
        molecule = Chem.MolFromSmiles(line.rstrip("\n").split("\t")[1])
        if molecule.GetNumAtoms() < 60:
            smiles.append(with_some_hydrogens(molecule, dice))
    for one in smiles:
        print(one, described(one), sep="\t")


if __name__ == "__main__":
    main()
