package dev.coderev.training.defect.measure;

import dev.coderev.model.json.Json;
import java.util.LinkedHashMap;

/**
 * How many of some questions were answered rightly, with Wilson's 95 % interval.
 *
 * @param chance what guessing would reach, as a share
 */
public record Share(long right, long all, double chance) {

  private static final double Z = 1.959964;

  public double value() {
    return all == 0 ? 0 : (double) right / all;
  }

  public double low() {
    return all == 0 ? 0 : centre() - reach();
  }

  public double high() {
    return all == 0 ? 1 : centre() + reach();
  }

  private double centre() {
    return (value() + Z * Z / (2 * all)) / (1 + Z * Z / all);
  }

  private double reach() {
    double spread = value() * (1 - value()) / all + Z * Z / (4.0 * all * all);
    return Z * Math.sqrt(spread) / (1 + Z * Z / all);
  }

  Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("value", Json.of(value()));
    json.put("low", Json.of(low()));
    json.put("high", Json.of(high()));
    json.put("chance", Json.of(chance));
    json.put("questions", Json.of(all));
    return new Json.Obj(json);
  }
}
