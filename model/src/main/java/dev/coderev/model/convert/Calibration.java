package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.tokens.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Token sequences that a model reads so that its layers' inputs are known. */
public record Calibration(List<int[]> sequences) {

  private static final int FEWEST_TOKENS = 256;
  private static final int FEWEST_DIFFERENT = 16;

  public Calibration {
    long tokens = sequences.stream().mapToLong(it -> it.length).sum();
    long different = sequences.stream().flatMapToInt(Arrays::stream).distinct().count();
    if (tokens < FEWEST_TOKENS || different < FEWEST_DIFFERENT) {
      throw new ModelException(
          "calibration needs at least %d tokens, %d of them different; the text gives %d and %d"
              .formatted(FEWEST_TOKENS, FEWEST_DIFFERENT, tokens, different));
    }
    sequences = List.copyOf(sequences);
  }

  /** The tokens of a text in sequences of {@code length}, at most {@code most} of them. */
  public static Calibration of(Path model, String text, int length, int most) {
    try (Tokenizer tokenizer = Tokenizer.open(model)) {
      int[] tokens = tokenizer.encode(text, false);
      var sequences = new ArrayList<int[]>();
      for (int at = 0; at < tokens.length && sequences.size() < most; at += length) {
        sequences.add(Arrays.copyOfRange(tokens, at, Math.min(tokens.length, at + length)));
      }
      return new Calibration(sequences);
    }
  }

  /** What the sequences are, in hexadecimal. */
  String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (int[] sequence : sequences) {
        sha256.update(Arrays.toString(sequence).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
