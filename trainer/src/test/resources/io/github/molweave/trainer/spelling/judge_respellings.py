#!/usr/bin/env python3
"""Judges respellings.tsv with RDKit (2022.09.3 made the file): python3 judge_respellings.py

Each row is a molecule and other spellings of it, made by RandomSpellingTest.main. All must be the
same molecule to RDKit, stereo centres and double bonds included. Also takes another table by name.
"""

import pathlib
import sys

from rdkit import Chem

TABLE = pathlib.Path(__file__).with_name("respellings.tsv")


def canonical(smiles):
    molecule = Chem.MolFromSmiles(smiles)
    return molecule and Chem.MolToSmiles(molecule)


def main():
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else TABLE
    same = others = 0
    for line in path.read_text().splitlines():
        first, *spellings = line.split("\t")
        for spelling in spellings:
            if canonical(spelling) == canonical(first):
                same += 1
            else:
                others += 1
                print("not", first, "but", spelling)
    print(same, "the same,", others, "others")
    sys.exit(others > 0)


if __name__ == "__main__":
    main()
