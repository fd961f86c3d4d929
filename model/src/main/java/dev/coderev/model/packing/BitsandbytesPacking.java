package dev.coderev.model.packing;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonReader;
import dev.coderev.model.quantized.BlockScales;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.quantized.CodebookWeight;
import dev.coderev.model.quantized.DynamicMap;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.quantized.RowScaledWeight;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layout of bitsandbytes in Hugging Face directories, 4 bits (NF4, FP4) or 8.
 *
 * <pre>
 * 4 bits: weight U8 [n/2, 1], absmax, quant_map, quant_state.bitsandbytes__nf4 (JSON as bytes);
 *         with double quantization absmax U8, nested_absmax, nested_quant_map
 * 8 bits: weight I8 [out, in], SCB F32 [out], weight_format U8
 * </pre>
 *
 * @param eight whether weights have 8 bits; the rest is about 4
 * @param compute the type that the numbers stand for: bfloat16, float16 or float32
 */
public record BitsandbytesPacking(boolean eight, Codebook book, boolean doubled, String compute)
    implements WeightPacking {

  private static final String ABSMAX = ".absmax";
  private static final String MAP = ".quant_map";
  private static final String NESTED_ABSMAX = ".nested_absmax";
  private static final String NESTED_MAP = ".nested_quant_map";
  private static final String STATE = ".quant_state.bitsandbytes__";
  private static final String ROW_SCALES = ".SCB";
  private static final String ROW_FORMAT = ".weight_format";
  private static final double OUTLIER_THRESHOLD = 6.0;

  /** Reads the settings of a directory. */
  static BitsandbytesPacking of(JsonObject settings) {
    boolean four = settings.bool("load_in_4bit", settings.bool("_load_in_4bit", false));
    boolean eight = settings.bool("load_in_8bit", settings.bool("_load_in_8bit", false));
    if (four == eight) {
      throw settings.error("load_in_4bit", "or load_in_8bit must be true, one of them");
    }
    String type = settings.string("bnb_4bit_quant_type").orElse("fp4");
    Codebook book =
        Codebook.ofWord(type)
            .orElseThrow(() ->
                settings.error("bnb_4bit_quant_type", "\"" + type + "\" is not one of nf4, fp4"));
    String storage = settings.string("bnb_4bit_quant_storage").orElse("uint8");
    if (four && !storage.equals("uint8")) {
      throw settings.error(
          "bnb_4bit_quant_storage", "\"" + storage + "\" cannot be read, only \"uint8\"");
    }
    return new BitsandbytesPacking(
        eight,
        book,
        settings.bool("bnb_4bit_use_double_quant", false),
        settings.string("bnb_4bit_compute_dtype").orElse("float32"));
  }

  @Override
  public String method() {
    return "bitsandbytes";
  }

  @Override
  public boolean holds(QuantizedWeight weight) {
    return switch (weight) {
      case RowScaledWeight rows -> eight;
      case CodebookWeight codes ->
          !eight
              && codes.book() == book
              && codes.scales() instanceof BlockScales.Doubled == doubled;
      default -> false;
    };
  }

  @Override
  public Map<String, Json> settings() {
    var settings = new LinkedHashMap<String, Json>();
    settings.put("quant_method", Json.of(method()));
    settings.put("load_in_4bit", Json.of(!eight));
    settings.put("load_in_8bit", Json.of(eight));
    settings.put("_load_in_4bit", Json.of(!eight));
    settings.put("_load_in_8bit", Json.of(eight));
    settings.put("bnb_4bit_quant_type", Json.of(book.word()));
    settings.put("bnb_4bit_use_double_quant", Json.of(doubled));
    settings.put("bnb_4bit_compute_dtype", Json.of(compute));
    settings.put("bnb_4bit_quant_storage", Json.of("uint8"));
    settings.put("llm_int8_threshold", Json.of(OUTLIER_THRESHOLD));
    settings.put("llm_int8_skip_modules", Json.strings(List.of("lm_head")));
    settings.put("llm_int8_enable_fp32_cpu_offload", Json.of(false));
    settings.put("llm_int8_has_fp16_weight", Json.of(false));
    return settings;
  }

  @Override
  public List<TensorSource> split(String weight, QuantizedWeight quantized) {
    return switch (quantized) {
      case RowScaledWeight rows -> rows(weight, rows);
      case CodebookWeight codes -> codes(weight, codes);
      default -> throw new IllegalArgumentException(quantized.format() + " is no such weight");
    };
  }

  private static List<TensorSource> rows(String weight, RowScaledWeight w) {
    String module = WeightPacking.module(weight);
    var codes = new byte[w.rows() * w.columns()];
    var scales = new float[w.rows()];
    for (int row = 0; row < w.rows(); row++) {
      scales[row] = w.absmax(row);
      for (int c = 0; c < w.columns(); c++) {
        codes[row * w.columns() + c] = (byte) w.code(row, c);
      }
    }
    return List.of(
        Parts.bytes(weight, DType.I8, Shape.of(w.rows(), w.columns()), codes),
        Parts.floats(module + ROW_SCALES, Shape.of(w.rows()), scales),
        Parts.bytes(module + ROW_FORMAT, DType.U8, Shape.of(), new byte[1]));
  }

  private List<TensorSource> codes(String weight, CodebookWeight w) {
    var parts = new ArrayList<TensorSource>();
    byte[] packed = w.packed();
    parts.add(Parts.bytes(weight, DType.U8, Shape.of(packed.length, 1), packed));
    parts.add(Parts.floats(weight + MAP, Shape.of(16), w.book().table()));
    int count = w.scales().count();
    switch (w.scales()) {
      case BlockScales.Plain plain -> {
        var absmax = new float[count];
        for (int i = 0; i < count; i++) {
          absmax[i] = plain.at(i);
        }
        parts.add(Parts.floats(weight + ABSMAX, Shape.of(count), absmax));
      }
      case BlockScales.Doubled nested -> {
        var codes = new byte[count];
        for (int i = 0; i < count; i++) {
          codes[i] = (byte) nested.code(i);
        }
        var absmax = new float[Math.ceilDiv(count, BlockScales.Doubled.BLOCK)];
        for (int i = 0; i < absmax.length; i++) {
          absmax[i] = nested.absmax(i);
        }
        parts.add(Parts.bytes(weight + ABSMAX, DType.U8, Shape.of(count), codes));
        parts.add(Parts.floats(weight + NESTED_ABSMAX, Shape.of(absmax.length), absmax));
        parts.add(Parts.floats(weight + NESTED_MAP, Shape.of(256), DynamicMap.table()));
      }
    }
    byte[] state = QuantState.of(w, compute).json().getBytes(StandardCharsets.UTF_8);
    parts.add(Parts.bytes(weight + STATE + book.word(), DType.U8, Shape.of(state.length), state));
    return parts;
  }

  @Override
  public Optional<Shape> shape(String weight, StoredParts parts) {
    if (eight) {
      String scales = WeightPacking.module(weight) + ROW_SCALES;
      return parts.find(scales).map(it -> rowShape(weight, it, parts));
    }
    return parts
        .find(weight + STATE + book.word())
        .map(it -> {
          QuantState state = state(weight, it, parts);
          long count = (long) state.rows() * state.columns();
          parts.tensor(weight, DType.U8, (count + 1) / 2, 1);
          long blocks = Math.ceilDiv(count, (long) state.blockSize());
          parts.tensor(weight + ABSMAX, doubled ? DType.U8 : DType.F32, blocks);
          if (doubled) {
            parts.tensor(weight + NESTED_ABSMAX, DType.F32, Math.ceilDiv(blocks, 256L));
          }
          return Shape.of(state.rows(), state.columns());
        });
  }

  private static Shape rowShape(String weight, Tensor scales, StoredParts parts) {
    Tensor codes = parts.tensor(weight);
    if (codes.dtype() != DType.I8
        || codes.shape().rank() != 2
        || codes.shape().dim(0) != scales.shape().elements()) {
      throw parts.error(weight, "must be a matrix of I8 with a scale for each row");
    }
    return codes.shape();
  }

  private QuantState state(String weight, Tensor bytes, StoredParts parts) {
    String json = new String(StoredParts.bytes(bytes), StandardCharsets.UTF_8);
    JsonObject object = JsonObject.of(parts.directory(), JsonReader.read(parts.directory(), json));
    QuantState state = QuantState.of(object);
    if (state.nestedOffset().isPresent() != doubled || state.book() != book) {
      throw parts.error(weight + STATE + book.word(), "contradicts the configuration");
    }
    return state;
  }

  @Override
  public QuantizedWeight join(String weight, StoredParts parts) {
    Shape shape = shape(weight, parts).orElseThrow();
    int rows = Math.toIntExact(shape.dim(0));
    int columns = Math.toIntExact(shape.dim(1));
    byte[] codes = StoredParts.bytes(parts.tensor(weight));
    if (eight) {
      String module = WeightPacking.module(weight);
      float[] scales = parts.tensor(module + ROW_SCALES, DType.F32, rows).toFloats();
      return new RowScaledWeight(rows, columns, codes, scales);
    }
    QuantState state = state(weight, parts.tensor(weight + STATE + book.word()), parts);
    Tensor absmax = parts.tensor(weight + ABSMAX);
    BlockScales scales =
        state.nestedOffset().isPresent()
            ? new BlockScales.Doubled(
                StoredParts.bytes(absmax),
                parts.tensor(weight + NESTED_ABSMAX).toFloats(),
                (float) state.nestedOffset().getAsDouble())
            : new BlockScales.Plain(absmax.toFloats());
    return new CodebookWeight(rows, columns, book, state.blockSize(), codes, scales);
  }

  @Override
  public Optional<String> owner(String tensor, StoredParts parts) {
    if (eight) {
      return WeightPacking.owner(tensor, List.of(ROW_SCALES, ROW_FORMAT), ".weight");
    }
    return WeightPacking.owner(
        tensor,
        List.of(
            NESTED_ABSMAX,
            NESTED_MAP,
            ABSMAX,
            MAP,
            STATE + Codebook.NF4.word(),
            STATE + Codebook.FP4.word()),
        "");
  }
}
