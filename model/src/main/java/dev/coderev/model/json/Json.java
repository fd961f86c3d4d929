package dev.coderev.model.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value. Objects keep the order of their members. */
public sealed interface Json {

  /** Members in their order; no name twice. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** Elements in their order. */
  record Arr(List<Json> elements) implements Json {
    public Arr {
      elements = List.copyOf(elements);
    }
  }

  /** A text. */
  record Str(String value) implements Json {}

  /** A whole number in the range of a long. */
  record Int(long value) implements Json {}

  /** Any other number. */
  record Num(double value) implements Json {}

  /** True or false. */
  record Bool(boolean value) implements Json {}

  /** The null of JSON. */
  record Null() implements Json {}

  Json NULL = new Null();

  static Json of(String value) {
    return new Str(value);
  }

  static Json of(long value) {
    return new Int(value);
  }

  static Json of(double value) {
    return new Num(value);
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  static Arr strings(List<String> values) {
    return new Arr(values.stream().map(Json::of).toList());
  }

  static Arr ints(List<Integer> values) {
    return new Arr(new ArrayList<>(values.stream().map(Json::of).toList()));
  }
}
