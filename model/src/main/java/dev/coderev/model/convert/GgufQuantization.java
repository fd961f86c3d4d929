package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Staging;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint written as a GGUF file whose linear layers have the codes that any method found:
 * groups of 32 with a scale in the middle of their codes are the blocks of Q4_0 and Q8_0, bit for
 * bit. The groups lie in a directory of compressed-tensors beside the target for a while.
 *
 * @param embeddings the type of embeddings and head, which GGUF readers take in blocks too
 */
public record GgufQuantization(
    Path source,
    Path target,
    QuantizationRecipe recipe,
    DType embeddings,
    Optional<Calibration> calibration) {

  private static final int BLOCK = 32;

  public GgufQuantization {
    boolean blocks = recipe.bits() == 4 || recipe.bits() == 8;
    if (!recipe.method().grouped()
        || !blocks
        || recipe.groupSize() != BLOCK
        || !recipe.symmetric()) {
      throw new ModelException(
          "a GGUF file holds symmetric groups of 32 with 4 bits (q4_0) or 8 (q8_0):"
              + " give --group-size 32 and rtn, gptq, awq or learned");
    }
  }

  /** Quantizes, or goes on where a killed run with the same settings stopped. */
  public List<Quantization.Quantized> run(QuantizationListener listener) {
    Path absolute = target.toAbsolutePath().normalize();
    if (Files.exists(absolute)) {
      throw new ModelException(target + " exists already; give a new name or remove it");
    }
    Path groups = absolute.resolveSibling("." + absolute.getFileName() + ".groups");
    var packed =
        new QuantizationRecipe(
            recipe.method(),
            recipe.bits(),
            recipe.groupSize(),
            recipe.symmetric(),
            recipe.doubled(),
            Layout.COMPRESSED_TENSORS);
    try {
      Staging.remove(groups); // of a run that was killed while the file was written
      List<Quantization.Quantized> done =
          new Quantization(source, groups, packed, calibration).run(listener);
      DType blocks = recipe.bits() == 4 ? DType.Q4_0 : DType.Q8_0;
      var plan = new TypePlan(blocks, embeddings, DType.F32, new LinkedHashMap<>());
      new Conversion(groups, target, Optional.of(plan), new Rounding.Nearest()).run();
      Staging.remove(groups);
      return done;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
    }
  }
}
