package dev.coderev.model.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables that a place in a template sees: its own and those of the scopes around it. */
final class Scope {

  private final Optional<Scope> outer;
  private final Map<String, Object> variables;

  private Scope(Optional<Scope> outer, Map<String, Object> variables) {
    this.outer = outer;
    this.variables = variables;
  }

  Scope(Map<String, Object> variables) {
    this(Optional.empty(), new HashMap<>(variables));
  }

  Scope inner() {
    return new Scope(Optional.of(this), new HashMap<>());
  }

  void set(String name, Object value) {
    variables.put(name, value);
  }

  Object get(String name) {
    Object value = variables.get(name);
    if (value != null) {
      return value;
    }
    return outer.isPresent() ? outer.get().get(name) : None.UNDEFINED;
  }
}
