package dev.coderev.model.mixed;

import java.util.List;

/**
 * What a weight loses in each type, alone.
 *
 * @param options by size, smallest first
 */
public record Sensitivity(String name, List<Option> options) {

  /**
   * A type of GGUF, or so many bits in a directory, the bytes that it takes and what it loses.
   *
   * @param divergence mean KL divergence in nats when nothing else is quantized
   */
  public record Option(String type, long bytes, double divergence) {}

  public Sensitivity {
    options = List.copyOf(options);
  }
}
