package dev.coderev.model.evaluate;

import dev.coderev.model.json.Json;
import java.util.LinkedHashMap;

/** A figure and the bounds between which it lies with 95 % confidence. */
public record Estimate(double value, double low, double high) {

  Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("value", Json.of(value));
    json.put("low", Json.of(low));
    json.put("high", Json.of(high));
    return new Json.Obj(json);
  }
}
