package dev.coderev.cli.model;

import dev.coderev.model.json.Json;
import dev.coderev.model.mixed.MixedQuantization.Chosen;
import dev.coderev.model.mixed.Sensitivity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;

/** What {@code quantize --method auto} chose, for people and for programs. */
final class MixedReport {

  private MixedReport() {}

  static String text(Chosen chosen) {
    var text = new StringBuilder();
    for (int i = 0; i < chosen.choices().size(); i++) {
      Sensitivity.Option choice = chosen.choices().get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "%-56s %-6s alone %.2e nats%n",
              chosen.sensitivities().get(i).name(),
              choice.type(),
              choice.divergence()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%d bytes of weights, divergence %.2e nats together, %.2e added up%n",
            chosen.bytes(),
            chosen.measured(),
            chosen.expected()));
    return text.toString();
  }

  static Json json(Chosen chosen) {
    var tensors = new ArrayList<Json>();
    for (int i = 0; i < chosen.choices().size(); i++) {
      Sensitivity weight = chosen.sensitivities().get(i);
      var alone = new LinkedHashMap<String, Json>();
      weight.options().forEach(it -> alone.put(it.type(), Json.of(it.divergence())));
      var entry = new LinkedHashMap<String, Json>();
      entry.put("name", Json.of(weight.name()));
      entry.put("type", Json.of(chosen.choices().get(i).type()));
      entry.put("bytes", Json.of(chosen.choices().get(i).bytes()));
      entry.put("divergence_alone", new Json.Obj(alone));
      tensors.add(new Json.Obj(entry));
    }
    var json = new LinkedHashMap<String, Json>();
    json.put("bytes", Json.of(chosen.bytes()));
    json.put("divergence", Json.of(chosen.measured()));
    json.put("divergence_added_up", Json.of(chosen.expected()));
    json.put("tensors", new Json.Arr(tensors));
    return new Json.Obj(json);
  }
}
