package dev.coderev.model.convert;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.checkpoint.ReplacedTensors;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.safetensors.SafetensorsFile;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Layers quantized one after the other, each with the inputs that the quantized layers before it
 * give, and kept in a folder so that a killed run goes on after the last of them.
 */
final class QuantizedLayers {

  /**
   * Which linear layers see the same error of their predecessors: q, k, v → o → gate, up → down.
   */
  private static final List<List<String>> STAGES =
      List.of(
          List.of("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
          List.of("self_attn.o_proj"),
          List.of("mlp.gate_proj", "mlp.up_proj"),
          List.of("mlp.down_proj"));

  private static final List<String> ALL = STAGES.stream().flatMap(List::stream).toList();

  private final Checkpoint source;
  private final ReplacedTensors model;
  private final QuantizationRecipe recipe;
  private final PackedParts parts;
  private final WorkFolder folder;
  private final Workers workers;
  private final LayerWalk walk;

  QuantizedLayers(
      Checkpoint source,
      Calibration texts,
      QuantizationRecipe recipe,
      PackedParts parts,
      WorkFolder folder,
      Workers workers) {
    this.source = source;
    this.model = new ReplacedTensors(source);
    this.recipe = recipe;
    this.parts = parts;
    this.folder = folder;
    this.workers = workers;
    this.walk = new LayerWalk(model, texts, folder, workers);
  }

  /** Quantizes the layers that are left. */
  void run(QuantizationListener listener) throws IOException {
    int layers = source.config().layers();
    int first = folder.layersDone();
    if (first == 0) {
      walk.begin();
    }
    long start = System.nanoTime();
    for (int i = first; i < layers; i++) {
      layer(i, listener);
      long each = (System.nanoTime() - start) / (i + 1 - first);
      listener.layer(i + 1, layers, Duration.ofNanos(each * (layers - 1 - i)));
    }
  }

  private void layer(int index, QuantizationListener listener) throws IOException {
    String prefix = WeightShapes.layer(index);
    Map<String, Hessian> moments = walk.moments(index, modules(prefix, ALL));
    if (recipe.method().scalesInputs()) {
      new Equalization(model, moments, recipe.grid(), workers).of(index);
    }
    var tensors = new ArrayList<TensorSource>();
    var reports = new ArrayList<Quantization.Quantized>();
    for (List<String> stage : STAGES) {
      List<String> modules = modules(prefix, stage);
      if (!stage.equals(STAGES.getFirst()) && recipe.trueSequential()) {
        moments = walk.moments(index, modules);
      }
      for (String module : modules) {
        Hessian inputs = moments.get(module);
        if (inputs == null) {
          throw new IllegalStateException("the model never read " + module);
        }
        Tensor weight = model.tensor(module + ".weight");
        PackedParts.Packed packed = parts.quantize(weight, inputs);
        tensors.addAll(packed.parts());
        reports.add(packed.report());
        listener.quantized(packed.report());
        model.replace(weight.name(), packed.weight().toFloats());
      }
    }
    for (Map.Entry<String, Shape> entry : WeightShapes.of(source.config()).entrySet()) {
      String name = entry.getKey();
      if (name.startsWith(prefix) && !Quantization.isLinear(name, entry.getValue())) {
        tensors.add(parts.unquantized(model.tensor(name)));
      }
    }
    folder.keepLayer(index, tensors, ReportLines.write(reports));
    walk.advance(index);
    model.forget();
  }

  private static List<String> modules(String prefix, List<String> names) {
    return names.stream().map(it -> prefix + it).toList();
  }

  /** All tensors of the result, which live as long as the arena. */
  List<TensorSource> tensors(Arena arena) {
    var tensors = new ArrayList<TensorSource>();
    for (String name : WeightShapes.of(source.config()).keySet()) {
      if (!name.startsWith("model.layers.")) {
        tensors.add(parts.unquantized(source.tensor(name)));
      }
    }
    for (int i = 0; i < source.config().layers(); i++) {
      folder.openLayer(i, arena).tensors().values().forEach(it -> tensors.add(TensorSource.of(it)));
    }
    return tensors;
  }

  /** What became of all weights, those of an interrupted run included. */
  List<Quantization.Quantized> reports() {
    var reports = new ArrayList<Quantization.Quantized>();
    try (Arena arena = Arena.ofConfined()) {
      for (int i = 0; i < source.config().layers(); i++) {
        SafetensorsFile file = folder.openLayer(i, arena);
        reports.addAll(ReportLines.read(file.metadata().getOrDefault("report", "")));
      }
    }
    return reports;
  }
}
