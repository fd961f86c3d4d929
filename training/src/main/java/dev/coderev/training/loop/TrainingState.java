package dev.coderev.training.loop;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.training.data.Place;
import java.util.LinkedHashMap;

/**
 * Where a run stands, weights and moments aside.
 *
 * @param step how many steps were done
 * @param updates how many of them moved the weights
 * @param place where the next batch begins
 * @param microRows sequences that fit into memory at once
 * @param rateFactor what the planned rate is multiplied with; less than 1 after losses that were
 *     not finite
 */
record TrainingState(long step, long updates, Place place, int microRows, double rateFactor) {

  Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("step", Json.of(step));
    json.put("updates", Json.of(updates));
    json.put("epoch", Json.of(place.epoch()));
    json.put("document", Json.of(place.document()));
    json.put("offset", Json.of(place.offset()));
    json.put("micro_rows", Json.of(microRows));
    json.put("rate_factor", Json.of(rateFactor));
    return new Json.Obj(json);
  }

  static TrainingState of(JsonObject json) {
    return new TrainingState(
        json.requiredInteger("step"),
        json.requiredInteger("updates"),
        new Place(
            json.requiredInteger("epoch"),
            json.requiredInteger("document"),
            json.requiredInteger("offset")),
        json.requiredInteger("micro_rows"),
        json.requiredNumber("rate_factor"));
  }
}
