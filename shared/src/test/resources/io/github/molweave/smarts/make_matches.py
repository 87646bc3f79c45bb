"""Writes matches.tsv: how often RDKit finds patterns in molecules, and with which first atoms.

Usage: python3 make_matches.py CORPUS.gz > matches.tsv   (made with RDKit 2022.09.3)

CORPUS is the built-in one (docs/datasets/pubchem.md). Columns: SMARTS, SMILES, number of different
sets of atoms, the first atoms of all matches in ascending order or "-".
"""
import gzip
import random
import sys

from rdkit import Chem, RDLogger

PATTERNS = """* A a [#6] C c [C,c] [!C] [!#6;!#1] [CH3] [CH2] [CX4] [CX3] [D1] [D3] [!D1] [N;v3] [nH] [n;!H0] [nH0;X2] [O-] [N+]
[+] [-] [N+0] [#7;+,-] [R] [!R] [r] [R0] [R1] [R2] [R3] [A;R] [C;R2] [cR2] [16O] [Cl,Br,I,F] Cl [Si] [S;X2] [#16]
CC C-C C=C C#N c:c c-c cc c~c C~O C@C C!@C C-!@C [#6]-,:;!@[#6] *=* [C;!R]=[C;!R] C=!@C [C,N]=[O,S] O=C-O
C(=O)O C(=O)[O;H1] C(=O)N CC(C)C C(C)(C)C N(C)(C)C c1ccccc1 c1ccc(*)cc1 c1ccc(cc1)F c1cc2ccccc2cc1 [r]1[r][r]1
C1CC1 C1CCCCC1 *1~*~*~*~*1 a1aaaa1 a1:a:a:a:a:a1 [R]@[R]!@[R]@[R] C.C C(=O).N F.F.F [$(C=O)] [$([CX3]=[OX1])] [!$(C=O);#6]
[$(c(:a)(:a)-N)] [N;!$(N-C=O)] [$([O;H1]),$([N;!H0])] [$([N;v3;!$(N-*=!@[O,N,P,S])])] [!$(*#*)&!D1]-!@[!$(*#*)&!D1]
[$([#6]1~[#6]~[#6]~[#6]~[#6]~[#6]1)] [c,n]1[c,n][c,n][c,n][c,n][c,n]1 [N&!H0&v3,N&!H0&+1&v4,O&H1&+0,S&H1&+0,n&H1&+0]
S(=O)(=O) [SX4](=O)(=O)[N,O] [N+](=O)[O-] [CH]=O [NH2]c N=N O=c1[nH]cccc1 C(F)(F)F [#6]=,#[#6] [C;H1,H2;R]
[CX4;!$(C[O,N]);H2] [C:1]""".split()[:-1]

PICKED = """c1ccccc1 C1CC2CCC1CC2 C1CC1C1CN1 C[N+](=O)[O-] CC(=O)[O-].[Na+] O=c1cc[nH]cc1 C[S+](C)C [16O]=C=O N#CC=C OC=O
FC(F)(F)c1ccccc1-c1ccccn1 C=CC#CC1CCC1 C1CC2CC1CC2 C[Si](C)(C)CCl CS(=O)(=O)NC(=O)c1ccccc1""".split()

RDLogger.DisableLog("rdApp.*")
random.seed(8)
corpus = [line.split()[0] for line in gzip.open(sys.argv[1], "rt")]
molecules = PICKED + random.sample([s for s in corpus if "[H]" not in s], 12)
for smarts in PATTERNS:
    query = Chem.MolFromSmarts(smarts)
    for smiles in molecules:
        molecule = Chem.MolFromSmiles(smiles)
        sets = molecule.GetSubstructMatches(query, uniquify=True, maxMatches=100000)
        found = molecule.GetSubstructMatches(query, uniquify=False, maxMatches=100000)
        first = ",".join(map(str, sorted({match[0] for match in found})))
        print("\t".join([smarts, smiles, str(len(sets)), first or "-"]))
