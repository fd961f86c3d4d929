package dev.coderev.model.json;

import dev.coderev.model.MalformedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** An object of a JSON file, read member by member; a member of the wrong type names its place. */
public final class JsonObject {

  private final Path file;
  private final String place;
  private final Map<String, Json> members;

  private JsonObject(Path file, String place, Map<String, Json> members) {
    this.file = file;
    this.place = place;
    this.members = members;
  }

  /** The object that a file holds. */
  public static JsonObject read(Path file) {
    return of(file, JsonReader.read(file));
  }

  /** A value of a file that must be an object. */
  public static JsonObject of(Path file, Json value) {
    if (value instanceof Json.Obj object) {
      return new JsonObject(file, "", object.members());
    }
    throw new MalformedFile(file, "must hold a JSON object");
  }

  public Map<String, Json> members() {
    return members;
  }

  /** A member that is there and not null. */
  public Optional<Json> find(String key) {
    return Optional.ofNullable(members.get(key)).filter(value -> !(value instanceof Json.Null));
  }

  public Optional<JsonObject> object(String key) {
    return find(key)
        .map(value -> {
          if (value instanceof Json.Obj object) {
            return new JsonObject(file, place + key + ".", object.members());
          }
          throw wrong(key, "an object");
        });
  }

  public Optional<List<Json>> array(String key) {
    return find(key)
        .map(value -> {
          if (value instanceof Json.Arr array) {
            return array.elements();
          }
          throw wrong(key, "an array");
        });
  }

  public Optional<String> string(String key) {
    return find(key)
        .map(value -> {
          if (value instanceof Json.Str text) {
            return text.value();
          }
          throw wrong(key, "a text");
        });
  }

  public boolean bool(String key, boolean otherwise) {
    return find(key)
        .map(value -> {
          if (value instanceof Json.Bool bool) {
            return bool.value();
          }
          throw wrong(key, "true or false");
        })
        .orElse(otherwise);
  }

  public OptionalDouble number(String key) {
    Optional<Double> number =
        find(key)
            .map(value ->
                switch (value) {
                  case Json.Int whole -> (double) whole.value();
                  case Json.Num real -> real.value();
                  default -> throw wrong(key, "a number");
                });
    return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  public OptionalInt integer(String key) {
    Optional<Integer> number =
        find(key)
            .map(value -> {
              if (value instanceof Json.Int whole && (int) whole.value() == whole.value()) {
                return (int) whole.value();
              }
              throw wrong(key, "a whole number of at most 32 bits");
            });
    return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  public int requiredInteger(String key) {
    return integer(key).orElseThrow(() -> missing(key));
  }

  public double requiredNumber(String key) {
    return number(key).orElseThrow(() -> missing(key));
  }

  public String requiredString(String key) {
    return string(key).orElseThrow(() -> missing(key));
  }

  /** The error that member {@code key} breaks a rule. */
  public MalformedFile error(String key, String rule) {
    return new MalformedFile(file, place + key, rule);
  }

  private MalformedFile wrong(String key, String expected) {
    return error(key, "must be " + expected);
  }

  private MalformedFile missing(String key) {
    return error(key, "is required");
  }
}
