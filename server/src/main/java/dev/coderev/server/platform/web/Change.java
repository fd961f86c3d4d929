package dev.coderev.server.platform.web;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a request says about one field of an object that it changes: nothing, that it is to be
 * cleared, or its new value.
 */
public sealed interface Change<T> {
  /** The field is not in the request. */
  record Untouched<T>() implements Change<T> {}

  /** The field is null in the request. */
  record Cleared<T>() implements Change<T> {}

  /** The field has this value in the request. */
  record To<T>(T value) implements Change<T> {}

  static <T> Change<T> untouched() {
    return new Untouched<>();
  }

  /** The value after the change. */
  default Optional<T> applyTo(Optional<T> before) {
    return switch (this) {
      case Untouched<T> _ -> before;
      case Cleared<T> _ -> Optional.empty();
      case To<T>(T value) -> Optional.of(value);
    };
  }

  /** The value after the change of a field that cannot be cleared. */
  default T applyTo(T before) {
    return this instanceof To<T>(T value) ? value : before;
  }

  default Optional<T> given() {
    return this instanceof To<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  default boolean isCleared() {
    return this instanceof Cleared<T>;
  }

  default void ifGiven(Consumer<? super T> use) {
    given().ifPresent(use);
  }
}
