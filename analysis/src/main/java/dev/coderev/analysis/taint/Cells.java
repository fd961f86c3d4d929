package dev.coderev.analysis.taint;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a value by field, key or index, in the order in which they came. Immutable; what
 * differs in its values only shares its keys.
 */
final class Cells extends AbstractMap<Object, Value> {
  static final Cells NONE = new Cells(new Object[0], new int[0], new Value[0]);

  private final Object[] keys;

  /** Of the keys: most lookups are for a key that is not there. */
  private final int[] hashes;

  private final Value[] values;

  private Cells(Object[] keys, int[] hashes, Value[] values) {
    this.keys = keys;
    this.hashes = hashes;
    this.values = values;
  }

  /** These parts, in the order of the map. */
  static Cells of(Map<Object, Value> parts) {
    if (parts instanceof Cells cells) {
      return cells;
    }
    Object[] keys = parts.keySet().toArray();
    return keys.length == 0
        ? NONE
        : new Cells(keys, hashes(keys), parts.values().toArray(new Value[0]));
  }

  private static int[] hashes(Object[] keys) {
    return Arrays.stream(keys).mapToInt(Object::hashCode).toArray();
  }

  Object keyAt(int index) {
    return keys[index];
  }

  Value valueAt(int index) {
    return values[index];
  }

  private int find(Object key) {
    int hash = key.hashCode();
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] == hash && keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** With this part under the key, in place of what stood there. */
  Cells with(Object key, Value part) {
    int at = find(key);
    int size = values.length;
    if (at >= 0) {
      Value[] changed = values.clone();
      changed[at] = part;
      return new Cells(keys, hashes, changed);
    }
    Object[] newKeys = Arrays.copyOf(keys, size + 1);
    int[] newHashes = Arrays.copyOf(hashes, size + 1);
    Value[] newValues = Arrays.copyOf(values, size + 1);
    newKeys[size] = key;
    newHashes[size] = key.hashCode();
    newValues[size] = part;
    return new Cells(newKeys, newHashes, newValues);
  }

  /** With every part changed. */
  Cells map(UnaryOperator<Value> change) {
    return map((_, part) -> change.apply(part));
  }

  /** With every part changed in a way that depends on its key. */
  Cells map(BiFunction<Object, Value, Value> change) {
    Value[] changed = null;
    for (int i = 0; i < values.length; i++) {
      Value now = change.apply(keys[i], values[i]);
      if (changed == null && now != values[i]) {
        changed = values.clone();
      }
      if (changed != null) {
        changed[i] = now;
      }
    }
    return changed == null ? this : new Cells(keys, hashes, changed);
  }

  /** Whether it has the very same keys, in the same order. */
  @SuppressWarnings("ReferenceEquality")
  boolean sharesKeys(Cells other) {
    return keys == other.keys;
  }

  /** Whether it has the very same keys and parts. */
  @SuppressWarnings("ReferenceEquality")
  boolean sharesAll(Cells other) {
    return keys == other.keys && values == other.values;
  }

  @Override
  public @Nullable Value get(@Nullable Object key) {
    int at = key == null ? -1 : find(key);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return key != null && find(key) >= 0;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Set<Entry<Object, Value>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<Object, Value>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }

  private final class Entries implements Iterator<Entry<Object, Value>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < values.length;
    }

    @Override
    public Entry<Object, Value> next() {
      if (next >= values.length) {
        throw new NoSuchElementException();
      }
      Entry<Object, Value> entry = Map.entry(keys[next], values[next]);
      next++;
      return entry;
    }
  }
}
