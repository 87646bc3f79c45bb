package io.github.molweave.trainer.card;

import java.util.Map;

/** The fields of a card that Molweave itself writes or looks for, in the order of reading. */
public enum CardField {
  /** What the model is called. */
  NAME("name", Section.ABOUT),
  /** What it is for. */
  INTENDED_USE("intended use", Section.ABOUT),
  /** What it is not for. */
  OUT_OF_SCOPE("out of scope", Section.ABOUT),
  /** On which terms the weights may be used. */
  LICENCE("licence", Section.ABOUT),
  /** How to cite it. */
  CITATION("citation", Section.ABOUT),
  /** The files by name, with lines and SHA-256. */
  CORPUS("corpus", Section.CORPUS),
  /** On which terms the corpus may be used. */
  CORPUS_LICENCE("corpus licence", Section.CORPUS),
  /** How many molecules were left out, and why. */
  LEFT_OUT("left out of the corpus", Section.CORPUS),
  /** How many molecules were learnt from. */
  TRAINING_MOLECULES("training molecules", Section.CORPUS),
  /** How many were measured on. */
  VALIDATION_MOLECULES("validation molecules", Section.CORPUS),
  /** Notation, number of tokens, version of the rules. */
  TOKENS("tokens", Section.TRAINING),
  /** Number of parameters. */
  PARAMETERS("parameters", Section.TRAINING),
  /** The model that the run went on from. */
  BEGAN_FROM("began from", Section.TRAINING),
  /** Every knob. */
  TRAINING_SETTINGS("training settings", Section.TRAINING),
  /** Of the run. */
  SEED("seed", Section.TRAINING),
  /** What did the arithmetic. */
  TRAINED_ON("trained on", Section.TRAINING),
  /** Finished passes over the corpus. */
  EPOCHS_DONE("epochs done", Section.TRAINING),
  /** Mean of the last epoch while learning. */
  TRAINING_NLL("training NLL per token (nats)", Section.QUALITY),
  /** After the epoch, on held-out molecules. */
  VALIDATION_NLL("validation NLL per token (nats)", Section.QUALITY),
  /** The same weights with and without quantisation, on the same molecules. */
  QUANTISATION_COST("cost of int8", Section.QUALITY),
  /** The NLL of a file of molecules, measured by {@code export}. */
  VALIDATION_NLL_INT8("validation NLL per token as it runs, int8 (nats)", Section.QUALITY),
  /** Validity, uniqueness and novelty of what it writes unaided. */
  RAW_SAMPLES("raw samples", Section.QUALITY),
  /** Texts that are no molecules, with the reason. */
  FAILURES("known failures", Section.QUALITY),
  /** What it cannot know. */
  LIMITS("limits", Section.QUALITY);

  /** A part of the card with its heading. */
  public enum Section {
    /** What it is. */
    ABOUT("What it is"),
    /** What it was trained on. */
    CORPUS("What it was trained on"),
    /** How it was trained. */
    TRAINING("How it was trained"),
    /** How good it is. */
    QUALITY("How good it is"),
    /** Fields that are nobody's but the author's. */
    OTHER("More");

    private final String heading;

    Section(String heading) {
      this.heading = heading;
    }

    /** For readers. */
    public String heading() {
      return heading;
    }
  }

  private final String id;
  private final Section section;

  CardField(String id, Section section) {
    this.id = id;
    this.section = section;
  }

  /** The name in the card. */
  public String id() {
    return id;
  }

  /** Where the field {@code id} of any card belongs. */
  public static Section sectionOf(String id) {
    for (CardField field : values()) {
      if (field.id.equals(id)) {
        return field.section;
      }
    }
    return Section.OTHER;
  }

  /** The text of this field in {@code card}, or null. */
  public String in(Map<String, String> card) {
    return card.get(id);
  }
}
