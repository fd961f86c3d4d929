package dev.coderev.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.torch.Compute;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTests {

  private static final Compute COMPUTE = Compute.of("cpu", Compute.Precision.F32, 1);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-mistral", "tiny-qwen2", "tiny-qwen3"})
  void givesTheLogitsOfTheModule(String shape) {
    Path directory = folder.resolve(shape);
    RandomCheckpoint.write(directory, shape, Presets.all().get(shape), DType.F32, 5);
    int[] tokens = new SplittableRandom(3).ints(100, 0, 500).toArray();
    List<float[]> expected;
    var options = RuntimeOptions.defaults().withThreads(1).withCachePrecision(KvPrecision.F32);
    try (LoadedModel model = LoadedModel.open(directory, options);
        var sequence = model.cache().open()) {
      expected = model.transformer().logits(sequence, Adapter.NONE, tokens, 0);
    }
    try (Checkpoint checkpoint = Checkpoint.open(directory);
        Parameters parameters = Parameters.of(checkpoint, COMPUTE, false);
        var _ = new PointerScope()) {
      var network = new Network(checkpoint.config(), parameters, COMPUTE);
      float[] logits = Compute.toFloats(network.logits(network.hidden(TokenBatch.of(tokens))));
      int vocabulary = checkpoint.config().vocabSize();
      for (int i = 0; i < tokens.length; i++) {
        double most = 0;
        double furthest = 0;
        for (int j = 0; j < vocabulary; j++) {
          most = Math.max(most, Math.abs(expected.get(i)[j]));
          furthest = Math.max(furthest, Math.abs(expected.get(i)[j] - logits[i * vocabulary + j]));
        }
        assertThat(furthest / most).as("token %d", i).isLessThan(1e-4);
      }
    }
  }
}
