package dev.coderev.model.mixed;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.precision.Encoder;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.quantizer.DenseWeight;
import dev.coderev.model.quantizer.Grid;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.quantizer.NearestQuantizer;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Something that a weight can be stored as. */
sealed interface Candidate {

  /** How it is called in reports. */
  String word();

  /** What a weight takes. */
  long bytes(Tensor weight);

  /** The values that are kept of a weight that is rounded to nearest. */
  float[] rounded(Tensor weight, Workers workers);

  /** A type of GGUF. */
  record Blocks(DType type) implements Candidate {

    @Override
    public String word() {
      return type.name();
    }

    @Override
    public long bytes(Tensor weight) {
      return type.bytes(weight.shape().elements());
    }

    @Override
    public float[] rounded(Tensor weight, Workers workers) {
      float[] values = weight.toFloats();
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment stored = arena.allocate(type.bytes(values.length), 64);
        new Encoder(weight.name(), type, new Rounding.Nearest())
            .encode(values, values.length, 0, stored);
        return new Tensor(weight.name(), type, weight.shape(), stored).toFloats();
      }
    }
  }

  /** Integers in groups. */
  record Groups(int bits, int size) implements Candidate {

    private static final int SCALE_BITS = 16;

    @Override
    public String word() {
      return bits + "-bit";
    }

    @Override
    public long bytes(Tensor weight) {
      long elements = weight.shape().elements();
      return (elements * bits + elements / size * SCALE_BITS) / Byte.SIZE;
    }

    @Override
    public float[] rounded(Tensor weight, Workers workers) {
      return new NearestQuantizer(new Grid(bits, size, true, true))
          .quantize(DenseWeight.of(weight), Hessian.identity(1), workers)
          .weight()
          .toFloats();
    }
  }
}
