package dev.coderev.model.precision;

import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The choice of a type for each tensor of a checkpoint.
 *
 * @param matrices of linear layers
 * @param outer of embeddings and head
 * @param vectors of norms and biases
 * @param exceptions by regular expression over whole names; the first that matches wins
 */
public record TypePlan(
    DType matrices, DType outer, DType vectors, SequencedMap<String, DType> exceptions) {

  public TypePlan {
    exceptions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(exceptions));
  }

  /**
   * For a directory, whose readers expect embeddings, head and norms in a plain type; beside
   * integers that is F16, the type of their scales.
   */
  public static TypePlan forDirectory(DType dtype, SequencedMap<String, DType> exceptions) {
    DType plain = dtype.isBlock() ? DType.F16 : dtype;
    return new TypePlan(dtype, plain, plain, exceptions);
  }

  /** For GGUF, where every vector is F32. */
  public static TypePlan forGguf(DType dtype, SequencedMap<String, DType> exceptions) {
    return new TypePlan(dtype, dtype, DType.F32, exceptions);
  }

  /**
   * The type of one tensor; rows that fill no blocks of 256 get the type with blocks of 32 that
   * llama.cpp takes then, rows that fill no blocks at all stay F16.
   */
  public DType type(String name, Shape shape) {
    Optional<DType> exception =
        exceptions.entrySet().stream()
            .filter(it -> Pattern.matches(it.getKey(), name))
            .map(Map.Entry::getValue)
            .findFirst();
    DType chosen = exception.orElseGet(() -> usual(name, shape));
    DType smaller =
        switch (chosen) {
          case Q4_K -> DType.Q5_0;
          case Q5_K -> DType.Q5_1;
          case Q6_K -> DType.Q8_0;
          default -> DType.F16;
        };
    return Stream.of(chosen, smaller)
        .filter(it -> shape.columns() % it.blockElements() == 0)
        .findFirst()
        .orElse(DType.F16);
  }

  private DType usual(String name, Shape shape) {
    if (shape.rank() < 2) {
      return vectors;
    }
    return name.contains("embed_tokens") || name.startsWith("lm_head") ? outer : matrices;
  }

  /** The type of a word of the command line: a type's name, or int4 and int8. */
  public static Optional<DType> word(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    String name =
        switch (upper) {
          case "INT4" -> "Q4_0";
          case "INT8" -> "Q8_0";
          case "FP32", "FLOAT32" -> "F32";
          case "FP16", "FLOAT16" -> "F16";
          case "BFLOAT16" -> "BF16";
          default -> upper;
        };
    for (DType dtype : DType.values()) {
      if (dtype.name().equals(name) && Encoder.knows(dtype)) {
        return Optional.of(dtype);
      }
    }
    return Optional.empty();
  }
}
