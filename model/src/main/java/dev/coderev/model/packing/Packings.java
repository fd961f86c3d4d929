package dev.coderev.model.packing;

import dev.coderev.model.json.JsonObject;

/** The layouts by the name that directories give them. */
public final class Packings {

  private Packings() {}

  /**
   * The layout that a {@code quantization_config} describes.
   *
   * @throws dev.coderev.model.MalformedFile naming the key, when it cannot be read
   */
  public static WeightPacking of(JsonObject settings) {
    String method = settings.string("quant_method").orElse("");
    return switch (method) {
      case "gptq" -> MixedGptqPacking.of(settings);
      case "awq" -> AwqPacking.of(settings);
      case "bitsandbytes" -> BitsandbytesPacking.of(settings);
      case "compressed-tensors" -> CompressedPacking.of(settings);
      default ->
          throw settings.error(
              "quant_method",
              "\"" + method + "\" is not one of gptq, awq, bitsandbytes, compressed-tensors");
    };
  }

  /** How many columns share a scale; −1 for whole rows. */
  static int groupSize(JsonObject settings) {
    int size = settings.requiredInteger("group_size");
    if (size != -1 && size < 1) {
      throw settings.error("group_size", "must be positive, or -1 for whole rows, not " + size);
    }
    return size;
  }
}
