package dev.coderev.server.provider.registry;

import java.util.List;
import java.util.Optional;

/**
 * A service that answers as a language model.
 *
 * @param rateLimit requests a minute
 * @param priority the smallest is asked first
 * @param hasKey whether a key is stored; the key itself stays sealed
 */
record Provider(
    String id,
    String name,
    String type,
    boolean enabled,
    int priority,
    int rateLimit,
    Optional<String> baseUrl,
    Optional<String> defaultModel,
    List<String> models,
    boolean hasKey) {
  Provider {
    models = List.copyOf(models);
  }
}
