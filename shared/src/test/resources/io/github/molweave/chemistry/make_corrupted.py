"""Writes corrupted.tsv: SMILES with one or two damaged characters, and whether RDKit accepts them.

Usage: python3 make_corrupted.py molecules.tsv > corrupted.tsv   (made with RDKit 2022.09.3)
"""
import random
import sys

from rdkit import Chem, RDLogger

RDLogger.DisableLog("rdApp.*")
random.seed(5)
alphabet = "CNOSPFcnos()=#123[]+-@H/\\"
for line in open(sys.argv[1]):
    smiles = line.split("\t")[0]
    for _ in range(2):
        damaged = list(smiles)
        for _ in range(random.choice([1, 1, 2])):
            place = random.randrange(len(damaged) + 1)
            act = random.choice(["drop", "add", "change"])
            if act == "add":
                damaged.insert(place, random.choice(alphabet))
            elif damaged and place < len(damaged):
                damaged[place] = "" if act == "drop" else random.choice(alphabet)
        text = "".join(damaged)
        if text:
            print("yes" if Chem.MolFromSmiles(text) is not None else "no", text, sep="\t")
