package dev.coderev.model.packing;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.quantized.BlockScales;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.quantized.CodebookWeight;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What bitsandbytes keeps beside a 4-bit weight as JSON, in the spelling of Python's {@code
 * json.dumps}.
 *
 * @param compute the type that the numbers stand for
 * @param nestedOffset what was taken off the scales before they were quantized themselves
 */
record QuantState(
    Codebook book,
    int blockSize,
    String compute,
    int rows,
    int columns,
    OptionalDouble nestedOffset) {

  static QuantState of(CodebookWeight weight, String compute) {
    OptionalDouble offset =
        weight.scales() instanceof BlockScales.Doubled doubled
            ? OptionalDouble.of(doubled.offset())
            : OptionalDouble.empty();
    return new QuantState(
        weight.book(), weight.blockSize(), compute, weight.rows(), weight.columns(), offset);
  }

  static QuantState of(JsonObject json) {
    String type = json.requiredString("quant_type");
    Codebook book =
        Codebook.ofWord(type)
            .orElseThrow(() -> json.error("quant_type", "\"" + type + "\" is not known"));
    List<Integer> shape =
        json.array("shape").orElseThrow(() -> json.error("shape", "is required")).stream()
            .map(it -> it instanceof Json.Int whole ? (int) whole.value() : -1)
            .toList();
    int blockSize = json.requiredInteger("blocksize");
    if (shape.size() != 2 || shape.getFirst() < 1 || shape.getLast() < 1 || blockSize < 1) {
      throw json.error("shape", "must be two sizes, and blocksize positive");
    }
    if (json.integer("nested_blocksize").orElse(BlockScales.Doubled.BLOCK)
        != BlockScales.Doubled.BLOCK) {
      throw json.error("nested_blocksize", "must be " + BlockScales.Doubled.BLOCK);
    }
    return new QuantState(
        book,
        blockSize,
        json.string("dtype").orElse("float32"),
        shape.getFirst(),
        shape.getLast(),
        json.number("nested_offset"));
  }

  String json() {
    String head =
        "{\"quant_type\": \"%s\", \"blocksize\": %d, \"dtype\": \"%s\", \"shape\": [%d, %d]"
            .formatted(book.word(), blockSize, compute, rows, columns);
    String nested =
        nestedOffset.isEmpty()
            ? ""
            : ", \"nested_blocksize\": %d, \"nested_dtype\": \"float32\", \"nested_offset\": %s"
                .formatted(BlockScales.Doubled.BLOCK, python(nestedOffset.getAsDouble()));
    return head + nested + "}";
  }

  /** A number as Python prints it: an exponent has two digits and begins below 0.0001. */
  static String python(double value) {
    String java = Double.toString(value);
    int mark = java.indexOf('E');
    if (mark < 0) {
      return java;
    }
    int exponent = Integer.parseInt(java, mark + 1, java.length(), 10);
    String digits = java.substring(0, mark);
    if (exponent >= -4 && exponent < 16) {
      return new BigDecimal(java).toPlainString() + (exponent < 0 ? "" : ".0");
    }
    String shortest = digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    String sign = exponent < 0 ? "-" : "+";
    return "%se%s%02d".formatted(shortest, sign, Math.abs(exponent));
  }
}
