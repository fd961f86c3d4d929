package dev.coderev.model.packing;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The layout of AutoGPTQ with other bits for some weights: rules under {@code dynamic}, as
 * GPTQModel reads them, of which the first that matches the beginning of a module's name wins.
 *
 * <pre>
 * "dynamic": {"+:^model\\.layers\\.0\\.mlp\\.down_proj$": {"bits": 8, "group_size": 32}}
 * </pre>
 *
 * Rules that begin with {@code -:} name modules that are not quantized, which have no parts.
 *
 * @param usual of weights that no rule names
 * @param rules by their regular expression
 */
public record MixedGptqPacking(GptqPacking usual, SequencedMap<String, GptqPacking> rules)
    implements WeightPacking {

  private static final String KEY = "dynamic";
  private static final String MORE = "+:";
  private static final String NOT = "-:";

  public MixedGptqPacking {
    rules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rules));
  }

  /** A rule for each weight of other bits than usual. */
  public static MixedGptqPacking of(GptqPacking usual, Map<String, Integer> bitsOfWeights) {
    var rules = new LinkedHashMap<String, GptqPacking>();
    bitsOfWeights.forEach((weight, bits) -> {
      String module = WeightPacking.module(weight).replace(".", "\\.");
      rules.put("^" + module + "$", usual.withBits(bits, usual.groupSize()));
    });
    return new MixedGptqPacking(usual, rules);
  }

  /** Reads the settings of a directory that has rules; the usual layout when it has none. */
  static WeightPacking of(JsonObject settings) {
    GptqPacking usual = GptqPacking.of(settings);
    Optional<JsonObject> dynamic =
        settings.find(KEY).filter(Json.Obj.class::isInstance).flatMap(it -> settings.object(KEY));
    if (dynamic.isEmpty()) {
      return usual;
    }
    var rules = new LinkedHashMap<String, GptqPacking>();
    for (String key : dynamic.get().members().keySet()) {
      if (key.startsWith(NOT)) {
        continue;
      }
      JsonObject rule =
          dynamic.get().object(key).orElseThrow(() -> settings.error(KEY, "\"" + key + "\""));
      int bits = rule.integer("bits").orElse(usual.bits());
      if (bits != 2 && bits != 3 && bits != 4 && bits != 8) {
        throw settings.error(KEY, bits + " bits are packed in a way that cannot be read");
      }
      int size = rule.integer("group_size").orElse(usual.groupSize());
      rules.put(pattern(key, settings), usual.withBits(bits, size));
    }
    return new MixedGptqPacking(usual, rules);
  }

  private static String pattern(String key, JsonObject settings) {
    String pattern = key.startsWith(MORE) ? key.substring(MORE.length()) : key;
    try {
      return Pattern.compile(pattern).pattern();
    } catch (PatternSyntaxException e) {
      throw settings.error(KEY, "\"" + key + "\" is no regular expression");
    }
  }

  private GptqPacking packing(String weight) {
    String module = WeightPacking.module(weight);
    return rules.entrySet().stream()
        .filter(it -> Pattern.compile(it.getKey()).matcher(module).lookingAt())
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(usual);
  }

  @Override
  public String method() {
    return usual.method();
  }

  @Override
  public boolean holds(QuantizedWeight weight) {
    return usual.holds(weight) || rules.values().stream().anyMatch(it -> it.holds(weight));
  }

  @Override
  public Map<String, Json> settings() {
    var dynamic = new LinkedHashMap<String, Json>();
    rules.forEach((pattern, packing) -> {
      var rule = new LinkedHashMap<String, Json>();
      rule.put("bits", Json.of(packing.bits()));
      rule.put("group_size", Json.of(packing.groupSize()));
      dynamic.put(MORE + pattern, new Json.Obj(rule));
    });
    var settings = new LinkedHashMap<>(usual.settings());
    settings.put(KEY, new Json.Obj(dynamic));
    return settings;
  }

  @Override
  public List<TensorSource> split(String weight, QuantizedWeight quantized) {
    return packing(weight).split(weight, quantized);
  }

  @Override
  public Optional<Shape> shape(String weight, StoredParts parts) {
    return packing(weight).shape(weight, parts);
  }

  @Override
  public QuantizedWeight join(String weight, StoredParts parts) {
    return packing(weight).join(weight, parts);
  }

  @Override
  public Optional<String> owner(String tensor, StoredParts parts) {
    return usual.owner(tensor, parts);
  }
}
