package dev.coderev.training.coded;

import dev.coderev.model.quantized.Codebook;
import dev.coderev.training.torch.Compute;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The numbers that codes stand for, in units of their block's scale. Codes are [blocks, size], as
 * floats.
 */
sealed interface Levels extends AutoCloseable {

  /** The codes of the nearest levels. */
  Tensor codes(Tensor units);

  /** The levels of codes. */
  Tensor values(Tensor codes);

  /** From where on numbers get this code; −∞ for the lowest level. */
  double low(int code, int block);

  /** Up to where numbers get this code; ∞ for the highest level. */
  double high(int code, int block);

  @Override
  void close();

  /** Whole numbers from {@code least} to {@code most}, less the zero point of the block. */
  final class Integers implements Levels {
    private final int least;
    private final int most;
    private final float[] zeros;
    private final Tensor zero; // [blocks, 1]

    Integers(int least, int most, float[] zeros, Compute compute) {
      this.least = least;
      this.most = most;
      this.zeros = zeros;
      this.zero = compute.floats(zeros, zeros.length, 1).retainReference();
    }

    @Override
    public Tensor codes(Tensor units) {
      return units
          .round()
          .add(zero)
          .clamp(new ScalarOptional(new Scalar(least)), new ScalarOptional(new Scalar(most)));
    }

    @Override
    public Tensor values(Tensor codes) {
      return codes.sub(zero);
    }

    @Override
    public double low(int code, int block) {
      return code == least ? Double.NEGATIVE_INFINITY : code - zeros[block] - 0.5;
    }

    @Override
    public double high(int code, int block) {
      return code == most ? Double.POSITIVE_INFINITY : code - zeros[block] + 0.5;
    }

    @Override
    public void close() {
      zero.close();
    }
  }

  /** The numbers of a codebook, the same for all blocks. */
  final class Listed implements Levels {
    private final int[] sorted; // codes by rising number
    private final int[] placeOf;
    private final float[] middles;
    private final Tensor thresholds;
    private final Tensor codesInOrder;
    private final Tensor numbers; // by code

    Listed(Codebook book, Compute compute) {
      float[] table = book.table();
      int negativeZero = Float.floatToRawIntBits(-0f);
      sorted =
          IntStream.range(0, table.length)
              .filter(i -> Float.floatToRawIntBits(table[i]) != negativeZero)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> table[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      placeOf = new int[table.length];
      middles = new float[sorted.length - 1];
      var codes = new float[sorted.length];
      for (int i = 0; i < sorted.length; i++) {
        codes[i] = sorted[i];
        for (int code = 0; code < table.length; code++) {
          if (table[code] == table[sorted[i]]) { // −0 lies where 0 does
            placeOf[code] = i;
          }
        }
        if (i > 0) {
          middles[i - 1] = (table[sorted[i - 1]] + table[sorted[i]]) / 2;
        }
      }
      thresholds = compute.floats(middles, middles.length).retainReference();
      codesInOrder = compute.floats(codes, codes.length).retainReference();
      numbers = compute.floats(table, table.length).retainReference();
    }

    @Override
    public Tensor codes(Tensor units) {
      Tensor places = torch.bucketize(units.contiguous(), thresholds);
      return codesInOrder.index_select(0, places.flatten()).view_as(units);
    }

    @Override
    public Tensor values(Tensor codes) {
      Tensor index = codes.to(torch.ScalarType.Long).flatten();
      return numbers.index_select(0, index).view_as(codes);
    }

    @Override
    public double low(int code, int block) {
      int place = placeOf[code];
      return place == 0 ? Double.NEGATIVE_INFINITY : middles[place - 1];
    }

    @Override
    public double high(int code, int block) {
      int place = placeOf[code];
      return place == sorted.length - 1 ? Double.POSITIVE_INFINITY : middles[place];
    }

    @Override
    public void close() {
      thresholds.close();
      codesInOrder.close();
      numbers.close();
    }
  }
}
