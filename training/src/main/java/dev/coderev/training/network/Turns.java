package dev.coderev.training.network;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.transformer.Rotary;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.torch.Compute;
import org.bytedeco.pytorch.Tensor;

/** The cosines and sines of rotary positions, for the positions that a batch has. */
final class Turns {

  private final ModelConfig config;
  private final Compute compute;
  private final Rotary rotary;

  /** [rows, length, 1, headDim / 2] each. */
  record Table(Tensor cosines, Tensor sines) {}

  Turns(ModelConfig config, Compute compute) {
    this.config = config;
    this.compute = compute;
    this.rotary = new Rotary(config);
  }

  Table of(TokenBatch batch) {
    int half = config.headDim() / 2;
    int count = batch.rows() * batch.length();
    var cosines = new float[count * half];
    var sines = new float[count * half];
    var both = new float[batch.length()][];
    for (int i = 0; i < count; i++) {
      int position = (int) batch.positions()[i];
      if (both[position] == null) {
        both[position] = new float[config.headDim()];
        rotary.turn(position, batch.length(), both[position], 0);
      }
      System.arraycopy(both[position], 0, cosines, i * half, half);
      System.arraycopy(both[position], half, sines, i * half, half);
    }
    return new Table(tensor(cosines, batch, half), tensor(sines, batch, half));
  }

  private Tensor tensor(float[] values, TokenBatch batch, int half) {
    return compute.floats(values, batch.rows(), batch.length(), 1, half);
  }
}
