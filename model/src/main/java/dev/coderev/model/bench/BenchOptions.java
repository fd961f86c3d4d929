package dev.coderev.model.bench;

/**
 * What is measured.
 *
 * @param prompt tokens that are read at once
 * @param generate tokens that are generated one after the other
 * @param batch sequences that generate together, in a second measurement; 1 leaves it out
 * @param rounds of each measurement; the median is reported
 */
public record BenchOptions(int prompt, int generate, int batch, int rounds) {

  public BenchOptions {
    if (prompt < 1 || generate < 1 || batch < 1 || rounds < 1) {
      throw new IllegalArgumentException("prompt, generate, batch and rounds must be positive");
    }
  }
}
