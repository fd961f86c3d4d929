package dev.coderev.model.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.cache.KvCache;
import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.cache.KvShape;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.ReplacedTensors;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.kernel.Matrices;
import dev.coderev.model.kernel.VectorKernels;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.packing.WeightPacking;
import dev.coderev.model.quantizer.Grid;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.model.transformer.MemoryCheckpoint;
import dev.coderev.model.transformer.TinyConfigs;
import dev.coderev.model.transformer.Transformer;
import dev.coderev.model.transformer.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EqualizationTests {

  static List<ModelConfig> configs() {
    return TinyConfigs.all();
  }

  private static float[] logits(Checkpoint checkpoint, Workers workers) {
    ModelConfig config = checkpoint.config();
    int[] tokens = new Random(2).ints(20, 0, config.vocabSize()).toArray();
    var kernels = new VectorKernels();
    try (var matrices = new Matrices(workers);
        var cache = new KvCache(KvShape.of(config, KvPrecision.F32), kernels, 64);
        KvSequence sequence = cache.open()) {
      return new Transformer(config, Weights.load(checkpoint, matrices), kernels, workers)
          .prefill(sequence, Adapter.NONE, tokens);
    }
  }

  /** Inputs whose channels are of many sizes, for every linear layer. */
  private static Map<String, Hessian> moments(ModelConfig config, Workers workers) {
    var random = new Random(4);
    var moments = new HashMap<String, Hessian>();
    WeightShapes.of(config)
        .forEach((name, shape) -> {
          if (Quantization.isLinear(name, shape)) {
            int width = (int) shape.columns();
            var x = new float[30 * width];
            for (int i = 0; i < x.length; i++) {
              x[i] = (float) (random.nextGaussian() * Math.exp(i % width % 5));
            }
            var hessian = new Hessian(width);
            hessian.add(x, 30, workers);
            moments.put(WeightPacking.module(name), hessian);
          }
        });
    return moments;
  }

  @ParameterizedTest
  @MethodSource("configs")
  void layersComputeWhatTheyDid(ModelConfig config) {
    try (var workers = new Workers(1)) {
      var source = new MemoryCheckpoint(config, 7);
      var model = new ReplacedTensors(source);
      var equalization =
          new Equalization(model, moments(config, workers), new Grid(3, -1, false, false), workers);
      for (int i = 0; i < config.layers(); i++) {
        equalization.of(i);
      }
      for (String name : List.of("self_attn.o_proj", "mlp.down_proj", "self_attn.q_proj")) {
        String weight = WeightShapes.layer(1) + name + ".weight";
        assertThat(model.tensor(weight).toFloats()).isNotEqualTo(source.tensor(weight).toFloats());
      }
      float[] before = logits(source, workers);
      assertThat(logits(model, workers)).containsExactly(before, within(2e-3f));
      model.forget();
      assertThat(logits(model, workers)).containsExactly(before, within(1e-4f));
    }
  }
}
