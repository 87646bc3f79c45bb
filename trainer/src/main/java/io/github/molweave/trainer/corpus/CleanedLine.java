package io.github.molweave.trainer.corpus;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.Molecule;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.smiles.SmilesToken;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.SmilesTokenizer;
import io.github.molweave.trainer.corpus.CleaningSettings.Fragments;
import io.github.molweave.trainer.corpus.CleaningSettings.Writing;
import io.github.molweave.trainer.spelling.CanonicalSpelling;
import io.github.molweave.trainer.spelling.LargestFragment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What becomes of one line, whatever stands on the others. */
sealed interface CleanedLine {

  /** It is left out. */
  record Dropped(DropReason reason, String detail) implements CleanedLine {}

  /**
   * It may stay, unless it was there before.
   *
   * @param smiles to be written
   * @param text the key of the text before it was rewritten
   * @param molecule the key of its canonical form
   */
  record Clean(String smiles, MoleculeKeys.Key text, MoleculeKeys.Key molecule, Set<Remark> remarks)
      implements CleanedLine {}

  /** Looks at {@code text}. */
  static CleanedLine of(String text, CleaningSettings settings) {
    Spelling fault = Spelling.faultIn(text);
    if (fault != null) {
      return dropped(fault.reason(), fault.detail(), text);
    }
    String kept = settings.fragments() == Fragments.LARGEST ? LargestFragment.of(text) : text;
    List<String> tokens = SmilesTokenizer.split(kept);
    String unwanted = unwanted(tokens, settings);
    if (tokens.size() < settings.minLength()) {
      return dropped(DropReason.TOO_FEW_TOKENS, tokens.size() + " tokens", text);
    } else if (tokens.size() > settings.maxLength()) {
      return dropped(DropReason.TOO_MANY_TOKENS, tokens.size() + " tokens", text);
    } else if (settings.fragments() != Fragments.ANY && tokens.contains(".")) {
      return dropped(DropReason.SEVERAL_FRAGMENTS, "'.'", text);
    } else if (unwanted != null) {
      return dropped(DropReason.UNWANTED_ELEMENT, unwanted, text);
    }
    Reading reading = MoleculeReader.read(kept, ReadRule.LENIENT);
    if (reading instanceof Reading.Rejected rejected) {
      return dropped(DropReason.NOT_UNDERSTOOD, rejected.reason(), text);
    }
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    if (!kept.equals(text)) {
      remarks.add(Remark.CUT);
      if (charge(tokens) != 0) {
        remarks.add(Remark.CHARGED_BY_CUT);
      }
    }
    Molecule molecule = ((Reading.Understood) reading).molecule();
    return new Clean(
        settings.writing() == Writing.CANONICAL ? canonical(molecule, remarks) : kept,
        MoleculeKeys.Key.of(kept),
        MoleculeKeys.Key.of(CanonicalForm.idcodeOf(molecule)),
        remarks);
  }

  private static String canonical(Molecule molecule, Set<Remark> remarks) {
    String canonical = CanonicalSpelling.of(molecule);
    if (canonical == null) {
      remarks.add(Remark.NOT_REWRITTEN);
      return molecule.smiles();
    }
    if (!canonical.equals(molecule.smiles())) {
      remarks.add(Remark.REWRITTEN);
    }
    return canonical;
  }

  private static int charge(List<String> tokens) {
    int charge = 0;
    for (String token : tokens) {
      SmilesToken read = SmilesToken.of(token);
      charge += read == null ? 0 : read.charge();
    }
    return charge;
  }

  private static String unwanted(List<String> tokens, CleaningSettings settings) {
    for (String token : tokens) {
      if (!settings.allows(token)) {
        return Quotation.of(token);
      }
    }
    return null;
  }

  private static Dropped dropped(DropReason reason, String what, String text) {
    return new Dropped(reason, what + " in " + Quotation.of(text));
  }
}
