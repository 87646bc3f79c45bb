"""Writes verdicts.tsv.gz: sets of SMILES, and for each string whether RDKit makes a molecule of it.

Usage: python3 make_verdicts.py ../../../../../../../../trainer/src/main/resources/io/github/molweave/trainer/corpus/pubchem.smi.gz
(made with RDKit 2022.09.3)

Columns: set, yes or no, SMILES. The sets: "valid", molecules of the built-in corpus as they stand and in other spellings;
"damaged", such molecules after one or two of the mutations below; "sampled", strings of character and token n-gram models of
orders 3 to 8, learned from the corpus; "corner", written by hand.
"""
import collections
import gzip
import io
import random
import re
import sys

from rdkit import Chem, RDLogger

RDLogger.DisableLog("rdApp.*")
random.seed(2022093)
corpus = [line.strip() for line in gzip.open(sys.argv[1], "rt")]
random.shuffle(corpus)
TOKEN = re.compile(r"\[[^\]]*\]|Cl|Br|%\d\d|.")
ATOM = re.compile(r"\[[^\]]*\]|Cl|Br|[BCNOPSFIbcnops*]")
ALPHABET = "CNOSPFIBcnosp()=#123456[]+-@H/\\lr%.$:*"
ELEMENTS = "B b C c N n O o P p S s F Cl Br I Si se As as Na K Li Mg Ca Fe Cu Zn Pt Sn Te te Al Ge H He Xe U Xx * Sb Bi".split()


def accepted(smiles):
    return Chem.MolFromSmiles(smiles) is not None


def place(smiles):
    return random.randrange(len(smiles) + 1)


def atom(smiles):
    return random.choice([match.span() for match in ATOM.finditer(smiles)] or [(0, 0)])


def replaced(smiles, span, text):
    return smiles[: span[0]] + text + smiles[span[1] :]


def after_atom(smiles, texts):
    end = atom(smiles)[1]
    return replaced(smiles, (end, end), random.choice(texts.split()))


def bracket():
    parts = [["", "", "2", "13", "0"], ELEMENTS, ["", "", "@", "@@", "@TH1", "@SP3", "@OH31"],
             ["", "", "H", "H2", "H3"], ["", "", "+", "-", "+2", "--", "+++", "-1"], ["", "", ":1", ":"]]
    return "[" + "".join(map(random.choice, parts)) + "]"


def brackets(smiles):
    return [match.span() for match in re.finditer(r"\[[^\]]*\]", smiles)]


def recharged(smiles):
    span = random.choice(brackets(smiles) or [atom(smiles)])
    core = re.sub(r"H\d?|[+-]\d?", "", smiles[span[0] : span[1]].strip("[]"))
    return replaced(smiles, span, "[" + core + random.choice(["", "H", "H2", "H3"]) + random.choice(["", "+", "-", "+2"]) + "]")


def unbracketed(smiles):
    span = random.choice(brackets(smiles) or [atom(smiles)])
    return replaced(smiles, span, re.sub(r"[^A-Za-z]|H", "", smiles[span[0] : span[1]]))


def swapped(smiles):
    at = random.randrange(max(1, len(smiles) - 1))
    return smiles[:at] + smiles[at + 1 : at + 2] + smiles[at : at + 1] + smiles[at + 2 :]


def renumbered(smiles):
    digits = [i for i, c in enumerate(smiles) if c.isdigit()] or [0]
    at = random.choice(digits)
    return replaced(smiles, (at, at + 1), random.choice("0123456789"))


def branch_doubled(smiles):
    branches = re.findall(r"\([^()]*\)", smiles) or ["(C)"]
    at = place(smiles)
    return smiles[:at] + random.choice(branches) + smiles[at:]


def crossed(smiles):
    other = random.choice(corpus)
    return smiles[: atom(smiles)[1]] + other[atom(other)[0] :]


def ring_added(smiles):
    first, second = sorted([atom(smiles), atom(smiles)])
    number, bond = random.choice(["7", "8", "%11", "%(12)", "0"]), random.choice(["", "", "=", "-", ":", "/"])
    return smiles[: first[1]] + bond + number + smiles[first[1] : second[1]] + random.choice(["", bond]) + number + smiles[second[1] :]


def case_flipped(smiles):
    span = atom(smiles)
    return replaced(smiles, span, smiles[span[0] : span[1]].swapcase() if smiles[span[0]] != "[" else random.choice("cnos"))


MUTATIONS = [
    lambda s: replaced(s, (lambda i: (i, i + 1))(random.randrange(len(s))), ""),
    lambda s: replaced(s, (lambda i: (i, i))(place(s)), random.choice(ALPHABET)),
    lambda s: replaced(s, (lambda i: (i, i + 1))(random.randrange(len(s))), random.choice(ALPHABET)),
    swapped, renumbered, unbracketed, recharged, case_flipped, branch_doubled, crossed, ring_added,
    lambda s: replaced(s, atom(s), random.choice(list("cnosCNOSPp"))),
    lambda s: replaced(s, atom(s), bracket()),
    lambda s: replaced(s, atom(s), ""),
    lambda s: replaced(s, (lambda i: (i, i))(atom(s)[0]), random.choice("- = # : / \\ $ -> <- ~ ==".split())),
    lambda s: replaced(s, (lambda i: (i, i))(atom(s)[0]), random.choice("c n o s [nH] p [n+] [cH-] [se] b C".split())),
    lambda s: after_atom(s, "(=O) (=O)(=O) (#N) (=S) (=N) (F) (=C) (Cl(=O)=O) (N(=O)=O) (P(=O)=C)"),
    lambda s: after_atom(s, "([H]) (=[H]) ([2H]) ([H+]) ([H-]) ([HH]) ([H][H]) (:[H]) (/[H])"),
]


def respelled(smiles):
    molecule = Chem.MolFromSmiles(smiles)
    way = random.randrange(5)
    if way == 0:
        return Chem.MolToSmiles(molecule, doRandom=True)
    if way == 1:
        Chem.Kekulize(molecule, True)
        return Chem.MolToSmiles(molecule, kekuleSmiles=True, doRandom=True)
    if way == 2:
        return Chem.MolToSmiles(molecule, allHsExplicit=True)
    if way == 3:
        return Chem.MolToSmiles(Chem.AddHs(molecule))
    return Chem.MolToSmiles(molecule, allBondsExplicit=True)


def sampled(order, split, count):
    follow = collections.defaultdict(list)
    for smiles in corpus[:20000]:
        parts = [""] * (order - 1) + split(smiles) + ["\n"]
        for i in range(order - 1, len(parts)):
            follow[tuple(parts[i - order + 1 : i])].append(parts[i])
    for _ in range(count):
        text = [""] * (order - 1)
        while text[-1] != "\n" and len(text) < 120:
            text.append(random.choice(follow[tuple(text[len(text) - order + 1 :])]))
        yield "".join(text).strip()


def damaged(count):
    for number in range(count):
        text = MUTATIONS[number % len(MUTATIONS)](random.choice(corpus))
        if text and random.random() < 0.25:
            text = random.choice(MUTATIONS)(text)
        yield text


CORNERS = """C CC C=C C#C C$C C:C C~C C->N N<-C C--C C==C =C C= -C C- .C C. C..C C.C (C)C C() C(C C) C(C)) C(=)C C(=C)C C=(C)C C(.C)C
C(C.C)C C(1CC1) C1(CC1) C1CC1 C1CC=1 C=1CC1 C=1CC=1 C=1CC#1 C-1CC=1 C/1CC=1 C:1CC1 C~1CC1 C~1CC=1 C1CC~1 C11 C1C1 C12CC12 C1CC C%12CC%12
C%01CC%01 C%1CC%1 C%(1)CC1 C%(12)CC%12 C%(123)CC%(123) C%(12345)CC%(12345) C%(123456)CC%(123456) C%()CC%() C0CC0 C1.C1 1CC1 .1 C.1C1
C1CC11CC1 C(C(C(C))) C((C)) [C] [CH] [CH2] [CH3] [CH4] [CH5] [C+] [C-] [C++] [C+2] [C+++] [C--] [C---] [C+0] [C-0] [C+01] [C+-] [CH3+]
[CH3-] [CH4+] [CH5+] [NH4+] [NH4] [NH2-] [N+] [N] [OH3+] [O-] [O-2] [OH-] [BH4-] [BH3] [BH4] [AlH4-] [Al+3] [SiH4] [PH5] [PH7] [PH6-] [SH6]
[SH4] [SH3+] [Cl+] [ClH2+] [ClH2] [IH5] [IH3] [IH4] [BrH3] [FH2+] [He] [HeH] [XeH6] [XeH8] [Na] [NaH] [NaH2] [NaH2-] [Mg+2] [MgH3] [Fe] [FeH9]
[Zn+2] [U] [Og] [#6] [#8H2] [#0] [#118] [#119] [13#6] [H] [HH] [H2] [2H] [H+] [H-] [H+2] [HH2] [2HH] [H@] [H]C [H][H] [H]C([H])([H])[H]
[H]C([H])([H])([H])[H] C=[H] C#[H] [H]=[H] C([H+])C C[H-] C[2H] C=[2H] [H](C)C [H]1CC1 [H]n1cccc1 [H][n]1cccc1 *[H] *=[H] [HH]C [H:1]C
C[CH3:1] [CH3:] [C:1] [C:0] [CH3:12345] [0CH4] [12CH4] [999CH4] [C@] [C@@] [C@@@] [C@H] [C@](C)(N)(O)F [C@H](C)(N)O C[C@](N)O [C@@H]([C@H]C)C
[C@TH1](C)(N)(O)F [C@TH3](C)(N)(O)F [C@AL2] [C@AL3] [C@SP1](C)(N)(O)F [C@SP4] [C@TB20] [C@TB21] [C@OH30] [C@OH31] [C@TH] [C@@TH1] [C@HH] [C@H2]
[Xx] [Q] [c] [cl] [zz] [se] [] [ ] [C [C]] C] [13] [+] [C@H+] [C+H] [HC] [CH3 ]C [C-H3] C[N+](C)(C)C CN(C)(C)C C[N](C)C CN(=O)=O
C[N+](=O)[O-] CN(=O)(=O)C CN=N#N CN=[N+]=[N-] CN#N CN(=O)(C)C C[N](=O)(=O)=O C=N(=O)C O=N(=O)O CN(=S)=O CP(=O)=C CP(=O)(=O)C CP(C)(C)(C)C
CP(C)(C)(C)(C)C CP(C)(C)(C)(C)(C)(C)C CS(=O)(=O)C CS(C)(C)(C)(C)C CS(C)(C)(C)(C)(C)C CS(C)C CS(C)(C)C CCl(C)C O=Cl(=O)(=O)O O=Cl(=O)O O=ClO
O=Cl(=O)(=O)(=O)O CCl(=O)=O O=Br(=O)O O=I(=O)O CI(=O)=O CI(C)C CI(C)(C)(C)C CI(C)(C)C CF(C) CO(C)C C[O+](C)C CB(C)C CB(C)(C)C C[B-](C)(C)C
[C-]#[O+] [C-]#[N+]C C=[N+]=[N-] C[As](C)(C)(C)C C[Se](=O)(=O)C F[P-](F)(F)(F)(F)F F[Si-2](F)(F)(F)(F)F F[S-](F)(F)(F)F c C.c cc cC c:c c1ccccc1
c1cccc1 c1ccccc1c c1ccccc1c1ccccc1 c1ccccc1-c1ccccc1 c1ccccc1=c1ccccc1 C1=CC=CC=C1 C1ccccC1 C1cccc1 c1ccc1 c1cc1 c1cccccccc1 c1ccccccc1
n1cccc1 [nH]1cccc1 n1(C)cccc1 [n]1cccc1 [n-]1cccc1 [nH+]1cccc1 [n+]1ccccc1 n1ccccc1 [nH]1ccccc1 [nH+]1ccccc1 O=n1ccccc1 O=n1cccc1
O=[n+]1ccccc1 [O-][n+]1ccccc1 n(=O)1cccc1 o1cccc1 [o+]1ccccc1 o1ccccc1 s1cccc1 [s+]1ccccc1 s1ccccc1 O=s1cccc1 O=s1(=O)cccc1 [se]1cccc1
[te]1cccc1 [si]1ccccc1 [siH]1ccccc1 [as]1ccccc1 [asH]1cccc1 p1ccccc1 [pH]1cccc1 p1cccc1 b1ccccc1 [bH]1cccc1 b1cccc1 [b-]1ccccc1 [cH-]1cccc1
[c-]1cccc1 [cH+]1cccccc1 [c+]1ccccc1 [cH2]1ccccc1 [c]1ccccc1 c1=cccc=c1 c1=cc=cc=c1 c1ccc2ccccc2c1 c1ccc2cccc2cc1 c1ccc2c(c1)ccc1ccccc12
c12ccccc1cccc2 c1ccccc1:C c1ccccc1=O O=c1cc[nH]cc1 O=c1ccncc1 O=c1ccccc1 O=c1cccccc1 S=c1cc[nH]cc1 C=c1cccc1 C=c1cccccc1 C1:C:C:C:C:C:1
C1:C:C:C:C:1 c1ccccc-1 c1ccccc=1 c1cccc-c1 c1ccc-cc1 c1cc=ccc1 c1c#cccc1 c1:c:c:c:c:c:1 *1ccccc1 c1cc*cc1 *1cccc1 *c1ccccc1 *1****1 c1*c*c*1
c1cccc*1 c1cc*c1 C1*cccc1 *:* c1ccc2c(c1)[nH]c1ccccc12 n1c[nH]c2ncncc12 n1cnc2ncncc12 [nH]1c[nH]cc1 c1cn[nH]c1 c1c[nH]nn1 c1nnnn1 c1nnn[nH]1
c1nnnnn1 n1nnnnn1 c1coc1 c1csc1 c1nonc1 c1nsnc1 c1c2c3c4c1c5c2c3c45 c1cc2cccc3c4cccc5cccc(c(c1)c23)c54 c1cc2ccc3ccc4ccc5ccc6ccc1c1c2c3c4c5c61
c1ccc2[nH]c3ccccc3c2c1 c1ccc2nc3ccccc3nc2c1 [nH]1c2ccc1cc1ccc(cc3ccc(cc4nc(c2)C=C4)[nH]3)n1 c1ccs2cccc2c1 c1cccs12ccccc2 c1ccc2(cc1)cccc2
N#N O=O O=C=O [O][O] C[O] [CH2][CH2] [N]=O F[C](F)F F/C=C/F F/C=C\\F F\\C=C/F F/C=C F/C/F C/1CC/1 C\\\\C F//C c/c c1ccccc1/C=C/c1ccccc1
[NH3]->[Pt] [Pt]<-[NH3] C->C->C C(->N)C N->1CC1 [Fe](C)(C)(C)(C)(C)(C)(C) [Cu](Cl)Cl [Hg]C C[Hg]C C[Sn](C)(C)C C[Sn](C)(C)(C)C [Pb](C)(C)(C)C
""".split()


def write(out, name, texts):
    for text in dict.fromkeys(texts):
        if text and not re.search(r"\s", text):
            print(name, "yes" if accepted(text) else "no", text, sep="\t", file=out)


with gzip.GzipFile("verdicts.tsv.gz", "wb", mtime=0) as packed:
    out = io.TextIOWrapper(packed, encoding="ascii", newline="\n")
    write(out, "valid", corpus[20000:21500] + [respelled(smiles) for smiles in corpus[21500:23000]])
    write(out, "damaged", damaged(4000))
    write(out, "sampled", (s for order in range(3, 9) for split in (list, TOKEN.findall) for s in sampled(order, split, 300)))
    write(out, "corner", CORNERS)
    out.flush()
