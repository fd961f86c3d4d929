package dev.coderev.analysis.taint;

/** Names of types whose values cannot carry an attack. */
final class Primitives {
  private Primitives() {}

  static boolean isNumber(String type) {
    return switch (type) {
      case "int",
          "long",
          "short",
          "byte",
          "float",
          "double",
          "Integer",
          "Long",
          "Short",
          "Byte",
          "Float",
          "Double",
          "BigInteger",
          "BigDecimal",
          "number",
          "Number",
          "Int",
          "UInt",
          "int8",
          "int16",
          "int32",
          "int64",
          "uint",
          "uint8",
          "uint16",
          "uint32",
          "uint64",
          "float32",
          "float64",
          "i8",
          "i16",
          "i32",
          "i64",
          "u8",
          "u16",
          "u32",
          "u64",
          "usize",
          "isize",
          "f32",
          "f64",
          "decimal",
          "char",
          "size_t",
          "java.lang.Integer",
          "java.lang.Long" ->
          true;
      default -> false;
    };
  }

  static boolean isTruth(String type) {
    return switch (type) {
      case "boolean", "bool", "Boolean", "Bool", "java.lang.Boolean" -> true;
      default -> false;
    };
  }
}
