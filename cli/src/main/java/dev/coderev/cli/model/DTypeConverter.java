package dev.coderev.cli.model;

import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.tensor.DType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a type that weights can be written in. */
final class DTypeConverter implements ITypeConverter<DType> {

  static final String WORDS =
      "f32, f16, bf16, int8 (q8_0), int4 (q4_0), q4_1, q5_0, q5_1, q4_k, q5_k, q6_k";

  @Override
  public DType convert(String word) {
    return TypePlan.word(word)
        .orElseThrow(() -> new TypeConversionException("'" + word + "' is not one of " + WORDS));
  }
}
