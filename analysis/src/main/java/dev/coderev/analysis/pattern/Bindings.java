package dev.coderev.analysis.pattern;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The metavariables of one match, by name with {@code $}. Immutable and small. */
public final class Bindings {
  public static final Bindings EMPTY = new Bindings(new String[0], new Binding[0]);

  private final String[] names;
  private final Binding[] values;

  private Bindings(String[] names, Binding[] values) {
    this.names = names;
    this.values = values;
  }

  /** These bindings, in the map's order. */
  public static Bindings of(Map<String, Binding> bindings) {
    return bindings.isEmpty()
        ? EMPTY
        : new Bindings(
            bindings.keySet().toArray(String[]::new), bindings.values().toArray(Binding[]::new));
  }

  public Optional<Binding> get(String name) {
    return Optional.ofNullable(find(name));
  }

  public boolean has(String name) {
    return find(name) != null;
  }

  public boolean isEmpty() {
    return names.length == 0;
  }

  public int size() {
    return names.length;
  }

  /** The bound names, in the order in which they were bound. */
  public Set<String> names() {
    return new LinkedHashSet<>(Arrays.asList(names));
  }

  public void forEach(BiConsumer<String, Binding> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  /** These bindings and those of {@code others} whose names are not bound here. */
  public Bindings and(Bindings others) {
    if (others.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return others;
    }
    Map<String, Binding> all = new LinkedHashMap<>();
    forEach(all::put);
    others.forEach(all::putIfAbsent);
    return all.size() == names.length ? this : of(all);
  }

  /** These bindings, with {@code name} bound to {@code value}. */
  public Bindings with(String name, Binding value) {
    Map<String, Binding> all = new LinkedHashMap<>();
    forEach(all::put);
    all.put(name, value);
    return of(all);
  }

  @Nullable Binding find(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Bindings that) || that.names.length != names.length) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      if (!values[i].equals(that.find(names[i]))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = names.length;
    for (int i = 0; i < names.length; i++) {
      hash += names[i].hashCode() ^ values[i].range().hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("{");
    forEach((name, binding) ->
        out.append(out.length() == 1 ? "" : ", ").append(name).append('=').append(binding.text()));
    return out.append('}').toString();
  }
}
