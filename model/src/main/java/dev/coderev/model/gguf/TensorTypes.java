package dev.coderev.model.gguf;

import dev.coderev.model.tensor.DType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The numbers that GGUF gives to the element types of tensors. */
final class TensorTypes {

  private static final Map<DType, Integer> NUMBERS = new EnumMap<>(DType.class);

  static {
    NUMBERS.put(DType.F32, 0);
    NUMBERS.put(DType.F16, 1);
    NUMBERS.put(DType.Q4_0, 2);
    NUMBERS.put(DType.Q4_1, 3);
    NUMBERS.put(DType.Q5_0, 6);
    NUMBERS.put(DType.Q5_1, 7);
    NUMBERS.put(DType.Q8_0, 8);
    NUMBERS.put(DType.Q4_K, 12);
    NUMBERS.put(DType.Q5_K, 13);
    NUMBERS.put(DType.Q6_K, 14);
    NUMBERS.put(DType.I8, 24);
    NUMBERS.put(DType.I16, 25);
    NUMBERS.put(DType.I32, 26);
    NUMBERS.put(DType.I64, 27);
    NUMBERS.put(DType.F64, 28);
    NUMBERS.put(DType.BF16, 30);
  }

  private TensorTypes() {}

  static Optional<DType> of(int number) {
    return NUMBERS.entrySet().stream()
        .filter(entry -> entry.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static Optional<Integer> number(DType dtype) {
    return Optional.ofNullable(NUMBERS.get(dtype));
  }
}
