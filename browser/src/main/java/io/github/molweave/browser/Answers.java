package io.github.molweave.browser;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.HiddenState;
import io.github.molweave.network.NumericVersion;
import io.github.molweave.sampling.NextToken;
import io.github.molweave.sampling.RunnerUp;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.SampledToken;
import io.github.molweave.scoring.ScoredToken;
import io.github.molweave.scoring.SequenceScore;
import io.github.molweave.scoring.StateTrace;
import io.github.molweave.smiles.Validity;
import io.github.molweave.tokens.TypedText;
import io.github.molweave.tokens.UnknownTokenException;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int8Array;

/** The engine's values as plain JavaScript objects; {@code index.d.ts} says what they hold. */
final class Answers {
  private Answers() {}

  static JSObject model(ModelFile file, Int8Array unsealed) {
    Architecture sizes = file.architecture();
    JSObject card = empty();
    for (Map.Entry<String, String> field : file.card().entrySet()) {
      put(card, field.getKey(), field.getValue());
    }
    return model(
        unsealed,
        NumericVersion.CURRENT,
        file.notation().id(),
        architecture(
            sizes.cell().id(),
            sizes.vocabularySize(),
            sizes.embeddingSize(),
            sizes.hiddenSize(),
            sizes.layers()),
        texts(file.vocabulary().tokens()),
        card);
  }

  static JSObject sample(Sample sample) {
    JSArray<JSObject> tokens = new JSArray<>();
    for (SampledToken token : sample.tokens()) {
      JSArray<JSObject> others = new JSArray<>();
      for (RunnerUp other : token.runnersUp()) {
        others.push(token(other.text(), other.id(), other.logProbability()));
      }
      tokens.push(
          drawnToken(token.text(), token.id(), token.logProbability(), token.masked(), others));
    }
    JSObject answer =
        sample(
            sample.index(),
            sample.text(),
            sample.smiles(),
            sample.redraws(),
            sample.logProbability(),
            sample.stop().id(),
            tokens);
    if (sample.validity() instanceof Validity.Invalid why) {
      refuse(answer, why.problem().id(), why.message(), why.position(), why.related());
    }
    return answer;
  }

  static JSObject next(NextToken next) {
    JSArray<JSObject> candidates = new JSArray<>();
    for (NextToken.Candidate one : next.candidates()) {
      candidates.push(candidate(one.text(), one.id(), one.logProbability(), one.probability()));
    }
    return next(next.prefix(), candidates);
  }

  static JSObject score(SequenceScore score) {
    JSArray<JSObject> tokens = new JSArray<>();
    for (ScoredToken token : score.tokens()) {
      tokens.push(scoredToken(token.text(), token.id(), token.negativeLogLikelihood()));
    }
    return score(score.text(), score.negativeLogLikelihood(), score.perToken(), tokens);
  }

  static JSObject states(StateTrace trace, Architecture sizes) {
    int units = sizes.hiddenSize();
    JSArray<JSObject> layers = new JSArray<>();
    for (int layer = 0; layer < sizes.layers(); layer++) {
      double[] values = new double[trace.states().size() * units];
      int at = 0;
      for (HiddenState state : trace.states()) {
        System.arraycopy(state.values(), layer * units, values, at, units);
        at += units;
      }
      Float64Array given = new Float64Array(values.length);
      given.set(values);
      layers.push(layer(units, given));
    }
    return states(texts(trace.tokens()), layers);
  }

  static JSObject typed(TypedText typed) {
    return typed(texts(typed.tokens()), typed.pending(), typed.prefix());
  }

  static JSObject unknownToken(UnknownTokenException fault) {
    return unknownToken(
        fault.getMessage(), fault.token(), fault.position(), texts(fault.nearest()));
  }

  private static JSArray<JSString> texts(List<String> texts) {
    JSArray<JSString> array = new JSArray<>();
    for (String text : texts) {
      array.push(JSString.valueOf(text));
    }
    return array;
  }

  @JSBody(script = "return Object.create(null);")
  private static native JSObject empty();

  @JSBody(
      params = {"object", "name", "value"},
      script = "object[name] = value;")
  private static native void put(JSObject object, String name, String value);

  @JSBody(params = "finished", script = "return {finished: finished};")
  static native JSObject finished(int finished);

  @JSBody(params = "run", script = "return {run: run};")
  static native JSObject run(int run);

  @JSBody(
      params = {"id", "message"},
      script = "return {error: {id: id, message: message}};")
  static native JSObject error(String id, String message);

  @JSBody(
      params = {"message", "token", "position", "nearest"},
      script =
          "return {error: {id: 'unknown-token', message: message, token: token, position: position,"
              + " nearest: nearest}};")
  private static native JSObject unknownToken(
      String message, String token, int position, JSArray<JSString> nearest);

  @JSBody(
      params = {"unsealed", "numericVersion", "notation", "architecture", "vocabulary", "card"},
      script =
          "return {unsealed: unsealed, numericVersion: numericVersion, notation: notation,"
              + " architecture: architecture, vocabulary: vocabulary, card: card};")
  private static native JSObject model(
      Int8Array unsealed,
      int numericVersion,
      String notation,
      JSObject architecture,
      JSArray<JSString> vocabulary,
      JSObject card);

  @JSBody(
      params = {"cell", "vocabularySize", "embeddingSize", "hiddenSize", "layers"},
      script =
          "return {cell: cell, vocabularySize: vocabularySize, embeddingSize: embeddingSize,"
              + " hiddenSize: hiddenSize, layers: layers};")
  private static native JSObject architecture(
      String cell, int vocabularySize, int embeddingSize, int hiddenSize, int layers);

  @JSBody(
      params = {"index", "text", "smiles", "redraws", "logProbability", "stop", "tokens"},
      script =
          "return {index: index, text: text, smiles: smiles, valid: true, reason: null, redraws: redraws,"
              + " logProbability: logProbability, stop: stop, tokens: tokens};")
  private static native JSObject sample(
      int index,
      String text,
      String smiles,
      int redraws,
      double logProbability,
      String stop,
      JSArray<JSObject> tokens);

  @JSBody(
      params = {"sample", "id", "message", "position", "related"},
      script =
          "sample.valid = false; sample.reason ="
              + " {id: id, message: message, position: position, related: related};")
  private static native void refuse(
      JSObject sample, String id, String message, int position, int related);

  @JSBody(
      params = {"text", "id", "logProbability", "masked", "runnersUp"},
      script =
          "return {text: text, id: id, logProbability: logProbability, masked: masked,"
              + " runnersUp: runnersUp};")
  private static native JSObject drawnToken(
      String text, int id, double logProbability, double masked, JSArray<JSObject> runnersUp);

  @JSBody(
      params = {"text", "id", "logProbability"},
      script = "return {text: text, id: id, logProbability: logProbability};")
  private static native JSObject token(String text, int id, double logProbability);

  @JSBody(
      params = {"text", "id", "logProbability", "probability"},
      script =
          "return {text: text, id: id, logProbability: logProbability, probability: probability};")
  private static native JSObject candidate(
      String text, int id, double logProbability, double probability);

  @JSBody(
      params = {"prefix", "candidates"},
      script = "return {prefix: prefix, candidates: candidates};")
  private static native JSObject next(String prefix, JSArray<JSObject> candidates);

  @JSBody(
      params = {"text", "id", "negativeLogLikelihood"},
      script = "return {text: text, id: id, negativeLogLikelihood: negativeLogLikelihood};")
  private static native JSObject scoredToken(String text, int id, double negativeLogLikelihood);

  @JSBody(
      params = {"text", "negativeLogLikelihood", "perToken", "tokens"},
      script =
          "return {text: text, negativeLogLikelihood: negativeLogLikelihood, perToken: perToken,"
              + " tokens: tokens};")
  private static native JSObject score(
      String text, double negativeLogLikelihood, double perToken, JSArray<JSObject> tokens);

  @JSBody(
      params = {"units", "values"},
      script = "return {units: units, values: values};")
  private static native JSObject layer(int units, Float64Array values);

  @JSBody(
      params = {"tokens", "layers"},
      script = "return {tokens: tokens, layers: layers};")
  private static native JSObject states(JSArray<JSString> tokens, JSArray<JSObject> layers);

  @JSBody(
      params = {"tokens", "pending", "prefix"},
      script = "return {tokens: tokens, pending: pending, prefix: prefix};")
  private static native JSObject typed(JSArray<JSString> tokens, String pending, String prefix);
}
