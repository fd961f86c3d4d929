package dev.coderev.server.platform.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Values by key, not more than so many: the least recently used is forgotten first. Thread-safe.
 */
public final class LatestUsed<K, V> {
  private final Map<K, V> values;

  /**
   * @param most values that are remembered
   */
  public LatestUsed(int most) {
    this.values =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  public synchronized Optional<V> find(K key) {
    return Optional.ofNullable(values.get(key));
  }

  public synchronized void put(K key, V value) {
    values.put(key, value);
  }

  /** The value of a key, made if there is none. */
  public synchronized V get(K key, Function<K, V> make) {
    return values.computeIfAbsent(key, make);
  }
}
