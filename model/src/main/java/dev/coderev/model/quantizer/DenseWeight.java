package dev.coderev.model.quantizer;

import dev.coderev.model.ModelException;
import dev.coderev.model.tensor.Tensor;

/** A linear weight [rows, columns] as finite floats, the input of a {@link Quantizer}. */
public final class DenseWeight {

  private final String name;
  private final int rows;
  private final int columns;
  private final float[] values;

  /**
   * @param name for messages
   * @param values row after row
   */
  public DenseWeight(String name, int rows, int columns, float[] values) {
    if (values.length != Math.multiplyExact(rows, columns)) {
      throw new IllegalArgumentException(
          name + ": " + values.length + " values for " + rows + " x " + columns);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new ModelException(
            name + ": element " + i + " is " + values[i] + "; only finite weights are quantized");
      }
    }
    this.name = name;
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  public static DenseWeight of(Tensor tensor) {
    return new DenseWeight(
        tensor.name(),
        Math.toIntExact(tensor.shape().rows()),
        Math.toIntExact(tensor.shape().columns()),
        tensor.toFloats());
  }

  public String name() {
    return name;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  public float at(int row, int column) {
    return values[row * columns + column];
  }

  /** The values themselves. */
  float[] values() {
    return values;
  }

  /** A weight whose columns are multiplied by factors. */
  DenseWeight withColumnsTimes(float[] factors) {
    var scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * factors[i % columns];
    }
    return new DenseWeight(name, rows, columns, scaled);
  }
}
