"""Reads SD files by RDKit and compares each molecule with that of its field SMILES, as canonical SMILES.

    python3 check_structure_files.py structures-V2000.sdf structures-V3000.sdf

Both sides go through SMILES once more, since RDKit spells a double bond marked as either by another way around.
RDKit 2022.09.3.
"""

import sys

from rdkit import Chem, RDLogger


def canonical(molecule):
    for atom in molecule.GetAtoms():
        atom.SetAtomMapNum(0)
    return Chem.MolToSmiles(Chem.MolFromSmiles(Chem.MolToSmiles(molecule)))


def main():
    RDLogger.DisableLog("rdApp.*")
    for file in sys.argv[1:]:
        same = 0
        total = 0
        for molecule in Chem.SDMolSupplier(file):
            total += 1
            smiles = molecule.GetProp("SMILES") if molecule is not None else None
            if smiles is None:
                print(file, "entry", total, "unreadable")
            elif canonical(molecule) == canonical(Chem.MolFromSmiles(smiles)):
                same += 1
            else:
                print(smiles, "became", canonical(molecule))
        print(f"{file}: {same} of {total} the same")


if __name__ == "__main__":
    main()
