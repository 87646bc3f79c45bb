package io.github.molweave.browser;

import io.github.molweave.browser.simd.KernelExports;
import io.github.molweave.browser.simd.SimdKernel;
import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileException;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.modelfile.Sha256;
import io.github.molweave.network.ClampedUnits;
import io.github.molweave.network.HiddenUnit;
import io.github.molweave.network.Kernel;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.ScalarKernel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.ContinuousBatch;
import io.github.molweave.sampling.NextToken;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.StepDetail;
import io.github.molweave.sampling.ValidityMode;
import io.github.molweave.scoring.SequenceScorer;
import io.github.molweave.scoring.StateTrace;
import io.github.molweave.selfies.SelfiesDecoder;
import io.github.molweave.tokens.TypedText;
import io.github.molweave.tokens.UnknownTokenException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * The engine's exports: models by number, and any number of runs that draw from them. Each worker
 * has its own engine. A run draws one token a call of each of its molecules, so that the worker can
 * listen between tokens.
 *
 * <p>Errors: an object with an {@code error} of {@code id} and {@code message}. Arguments are whole
 * numbers and texts where they look so; {@code index.js} sees to that.
 */
public final class EngineDoor {
  private static final Map<Integer, Run> RUNS = new HashMap<>();
  private static final Map<Integer, LanguageModel> MODELS = new HashMap<>();
  private static Kernel kernel = new ScalarKernel();
  private static SelfiesDecoder selfies;
  private static int lastRun;

  private EngineDoor() {}

  /** Many molecules under the same options. */
  private static final class Run {
    final ContinuousBatch batch;
    Iterator<Sample> finished = Collections.emptyIterator();

    Run(ContinuousBatch batch) {
      this.batch = batch;
    }
  }

  /**
   * Not a {@code Supplier}: a JavaScript object that passes for a Java one is wrapped at every
   * call, and takes weak references and their queues into the page.
   */
  private interface Question {
    JSObject answer();
  }

  /** TeaVM's entry point; there is nothing to start. */
  public static void main(String[] unused) {}

  /** Lets the next model run in this instance of {@code kernel.wasm}, which goes with it. */
  @JSExport
  public static void useKernel(KernelExports exports) {
    kernel = new SimdKernel(exports);
  }

  /** Lets models that write SELFIES be drawn from; must come before their first run. */
  @JSExport
  public static void useSelfies(SelfiesBundle.Exports exports) {
    selfies = new SelfiesBundle(exports);
  }

  /**
   * SHA-256, 64 lower-case hexadecimal digits, for workers whose browser does not offer its own.
   */
  @JSExport
  public static String sha256(Int8Array bytes) {
    return Sha256.hexOf(bytes.copyToJavaArray());
  }

  /** What a model file's checksum is taken of. */
  @JSExport
  public static JSObject covered(Int8Array bytes) {
    return answer(
        () -> Int8Array.copyFromJavaArray(ModelFileReader.covered(bytes.copyToJavaArray())));
  }

  /**
   * Reads a model file: {@code {unsealed, numericVersion, notation, architecture, ...}}. Its id is
   * the SHA-256 of {@code unsealed} after {@link #sealed}.
   *
   * @param model what the other calls name it by
   * @param clamped the hidden units to hold at zero, each as its layer and its number
   * @param digest the SHA-256 of what is {@link #covered}
   */
  @JSExport
  public static JSObject load(int model, Int8Array bytes, Int32Array clamped, String digest) {
    Kernel given = kernel;
    kernel = new ScalarKernel();
    return answer(
        () -> {
          List<HiddenUnit> units = new ArrayList<>();
          for (int at = 0; at < clamped.getLength(); at += 2) {
            units.add(new HiddenUnit(clamped.get(at), clamped.get(at + 1)));
          }
          ModelFile read = ModelFileReader.read(bytes.copyToJavaArray(), digest);
          ModelFile file = ClampedUnits.in(read, units);
          MODELS.put(model, LanguageModel.of(file, given));
          return Answers.model(file, Int8Array.copyFromJavaArray(ModelId.unsealed(file)));
        });
  }

  /**
   * The file that a model's id is the SHA-256 of: {@code unsealed} with its SHA-256 in its place.
   */
  @JSExport
  public static Int8Array sealed(Int8Array unsealed, String digest) {
    return Int8Array.copyFromJavaArray(ModelId.sealed(unsealed.copyToJavaArray(), digest));
  }

  /** Forgets a model. */
  @JSExport
  public static void unload(int model) {
    MODELS.remove(model);
  }

  /**
   * Opens a run: {@code {run}}, the number that the other calls take.
   *
   * @param detail {@code none} for texts only, {@code tokens}, or {@code runners-up} for both
   * @param places how many molecules at most grow at the same time, 1..1024
   */
  @JSExport
  public static JSObject openRun(
      int model,
      double seed,
      double temperature,
      int topK,
      double topP,
      String prefix,
      int maxLength,
      String validity,
      int attempts,
      String detail,
      int places) {
    return answer(
        () -> {
          SamplingOptions options =
              new SamplingOptions(
                  Seed.of(seed),
                  temperature,
                  topK,
                  topP,
                  prefix,
                  maxLength,
                  ValidityMode.ofId(validity),
                  attempts,
                  stepDetail(detail));
          Sampler sampler = new Sampler(MODELS.get(model), options, selfies);
          RUNS.put(++lastRun, new Run(new ContinuousBatch(sampler, places)));
          return Answers.run(lastRun);
        });
  }

  private static StepDetail stepDetail(String word) {
    return switch (word) {
      case "none" -> StepDetail.NONE;
      case "tokens" -> StepDetail.TOKENS;
      case "runners-up" -> StepDetail.RUNNERS_UP;
      default -> throw new IllegalArgumentException("steps cannot be " + word);
    };
  }

  /** How many molecules of a run are in the making. */
  @JSExport
  public static int active(int run) {
    return RUNS.get(run).batch.active();
  }

  /** Begins molecule {@code index} of a run that has a place for it. */
  @JSExport
  public static void add(int run, int index) {
    RUNS.get(run).batch.add(index);
  }

  /** Draws one token of each molecule: {@code {finished}}, how many wait to be taken. */
  @JSExport
  public static JSObject advance(int run) {
    // Not through answer(), which would make an object of the question at every token.
    try {
      return Answers.finished(RUNS.get(run).batch.advance());
    } catch (ArithmeticException fault) {
      return Answers.error("model-not-finite", fault.getMessage());
    }
  }

  /** The SMILES so far of the molecule at {@code place}, 0 to below {@link #active}. */
  @JSExport
  public static String smiles(int run, int place) {
    return RUNS.get(run).batch.molecule(place).smiles();
  }

  /** The index of the molecule at {@code place}. */
  @JSExport
  public static int index(int run, int place) {
    return RUNS.get(run).batch.molecule(place).index();
  }

  /** The next finished molecule, as they finished: {@code {index, smiles, valid, reason, ...}}. */
  @JSExport
  public static JSObject take(int run) {
    Run opened = RUNS.get(run);
    if (!opened.finished.hasNext()) {
      opened.finished = opened.batch.takeFinished().iterator();
    }
    return Answers.sample(opened.finished.next());
  }

  /** Forgets a run. */
  @JSExport
  public static void closeRun(int run) {
    RUNS.remove(run);
  }

  /** What may come after {@code prefix}: {@code {prefix, candidates}}, likeliest first. */
  @JSExport
  public static JSObject next(
      int model, String prefix, double temperature, int topK, double topP, String validity) {
    return answer(
        () ->
            Answers.next(
                NextToken.after(
                    MODELS.get(model),
                    SamplingOptions.defaults()
                        .withPrefix(prefix)
                        .withTemperature(temperature)
                        .withTopK(topK)
                        .withTopP(topP)
                        .withValidity(ValidityMode.ofId(validity)))));
  }

  /** The negative log-likelihood of {@code text}, in nats. */
  @JSExport
  public static JSObject score(int model, String text) {
    return answer(() -> Answers.score(new SequenceScorer(MODELS.get(model)).score(text)));
  }

  /** What the network remembers along {@code text}: {@code {tokens, layers}}. */
  @JSExport
  public static JSObject states(int model, String text) {
    LanguageModel asked = MODELS.get(model);
    return answer(() -> Answers.states(StateTrace.of(asked, text), asked.architecture()));
  }

  /** Text that is still being typed: {@code {tokens, pending, prefix}}. */
  @JSExport
  public static JSObject typed(int model, String text) {
    LanguageModel asked = MODELS.get(model);
    return answer(() -> Answers.typed(TypedText.of(asked.vocabulary(), asked.notation(), text)));
  }

  private static JSObject answer(Question question) {
    try {
      return question.answer();
    } catch (ModelFileException fault) {
      return Answers.error(fault.problem().id(), fault.getMessage());
    } catch (UnknownTokenException fault) {
      return Answers.unknownToken(fault);
    } catch (IllegalArgumentException fault) {
      return Answers.error("option-out-of-range", fault.getMessage());
    } catch (ArithmeticException fault) {
      return Answers.error("model-not-finite", fault.getMessage());
    }
  }
}
