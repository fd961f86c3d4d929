package dev.coderev.training.loop;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.safetensors.SafetensorsWriter;
import dev.coderev.model.tensor.TensorSource;
import dev.coderev.training.network.Parameters;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run shows beside its states: the model as a checkpoint, and its losses as a drawing. */
public final class RunExport {

  static final String MODEL = "model.safetensors";

  private final RunFolder folder;
  private final ModelConfig config;

  public RunExport(RunFolder folder, ModelConfig config) {
    this.folder = folder;
    this.config = config;
  }

  /** Writes both anew. */
  public void write(Parameters parameters, Metrics metrics) {
    writeModel(parameters);
    var curve = new LossCurve(metrics.points("loss"), metrics.points("held_out_loss"));
    folder.replace(folder.file("loss.svg"), staged -> Files.writeString(staged, curve.svg()));
  }

  /** Writes the model anew; weights that only training needs are left out. */
  public void writeModel(Parameters parameters) {
    TypePlan types = TypePlan.forDirectory(config.dtype(), new LinkedHashMap<>());
    Set<String> names = WeightShapes.of(config).keySet();
    List<TensorSource> sources =
        parameters.sources(types::type).stream().filter(it -> names.contains(it.name())).toList();
    folder.replace(
        folder.root().resolve(MODEL),
        staged -> SafetensorsWriter.write(staged, sources, Map.of("format", "pt")));
  }
}
