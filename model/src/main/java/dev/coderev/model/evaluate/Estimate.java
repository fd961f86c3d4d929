package dev.coderev.model.evaluate;

import dev.coderev.model.json.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;

/** A figure and the bounds between which it lies with 95 % confidence. */
public record Estimate(double value, double low, double high) {

  private static final double TAIL = 0.025;

  /** A figure with the percentiles of what it was on resamples. */
  public static Estimate of(double value, double[] resampled) {
    double[] sorted = resampled.clone();
    Arrays.sort(sorted);
    int low = (int) Math.floor(TAIL * (sorted.length - 1));
    return new Estimate(value, sorted[low], sorted[sorted.length - 1 - low]);
  }

  public Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("value", Json.of(value));
    json.put("low", Json.of(low));
    json.put("high", Json.of(high));
    return new Json.Obj(json);
  }
}
