package dev.coderev.cli.model;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.config.SlidingWindow;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev model inspect}: what a checkpoint is and holds. */
@Command(
    name = "inspect",
    description = "Checks a checkpoint and shows its configuration and its tensors.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelInspectCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", description = "A Hugging Face directory or a GGUF file.")
  private Path path = Path.of("");

  @Option(names = "--tensors", description = "List each tensor with type, shape and bytes.")
  private boolean listTensors;

  @Mixin private ModelReportMixin form = new ModelReportMixin();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Checkpoint checkpoint = Checkpoint.open(path)) {
      List<Tensor> tensors = checkpoint.names().stream().map(checkpoint::tensor).toList();
      Map<String, Json> facts = facts(checkpoint.config(), tensors);
      facts.put("quantization", checkpoint.quantization().map(Json::of).orElse(Json.NULL));
      facts.put("kernels", Json.of(LoadedModel.kernelsFor(checkpoint)));
      if (form.isJson()) {
        if (listTensors) {
          facts.put("tensors", new Json.Arr(tensors.stream().map(this::entry).toList()));
        }
        out.print(JsonWriter.indented(new Json.Obj(facts)));
      } else {
        facts.forEach((name, value) -> out.printf(Locale.ROOT, "%-18s %s%n", name, text(value)));
        if (listTensors) {
          tensors.forEach(it -> printTensor(out, it));
        }
      }
    }
    out.flush();
    return 0;
  }

  private static Map<String, Json> facts(ModelConfig config, List<Tensor> tensors) {
    var facts = new LinkedHashMap<String, Json>();
    facts.put("architecture", Json.of(config.architecture().modelType()));
    facts.put("layers", Json.of(config.layers()));
    facts.put("hidden_size", Json.of(config.hiddenSize()));
    facts.put("intermediate_size", Json.of(config.intermediateSize()));
    facts.put("heads", Json.of(config.heads()));
    facts.put("kv_heads", Json.of(config.kvHeads()));
    facts.put("head_dim", Json.of(config.headDim()));
    facts.put("vocab_size", Json.of(config.vocabSize()));
    facts.put("max_positions", Json.of(config.maxPositions()));
    facts.put("norm_epsilon", Json.of(config.normEpsilon()));
    facts.put("rope_theta", Json.of(config.ropeTheta()));
    facts.put("rope_scaling", Json.of(words(config.ropeScaling())));
    facts.put("tied_embeddings", Json.of(config.tiedEmbeddings()));
    facts.put(
        "sliding_window",
        config.slidingWindow().map(SlidingWindow::toString).map(Json::of).orElse(Json.NULL));
    facts.put("end_ids", Json.ints(config.specialTokens().endIds()));
    facts.put("tensor_count", Json.of(tensors.size()));
    facts.put("parameters", Json.of(sum(tensors, it -> it.shape().elements())));
    facts.put("bytes", Json.of(sum(tensors, it -> it.data().byteSize())));
    var types = new TreeMap<DType, Long>();
    tensors.forEach(it -> types.merge(it.dtype(), it.data().byteSize(), Long::sum));
    var bytes = new LinkedHashMap<String, Json>();
    types.forEach((dtype, count) -> bytes.put(dtype.name(), Json.of(count)));
    facts.put("bytes_by_type", new Json.Obj(bytes));
    return facts;
  }

  private static long sum(List<Tensor> tensors, ToLongFunction<Tensor> measure) {
    return tensors.stream().mapToLong(measure).sum();
  }

  private static String words(RopeScaling scaling) {
    return scaling instanceof RopeScaling.Divisors ? "Divisors" : scaling.toString();
  }

  private static String text(Json value) {
    return switch (value) {
      case Json.Str words -> words.value();
      case Json.Null ignored -> "none";
      default -> JsonWriter.compact(value);
    };
  }

  private Json entry(Tensor tensor) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("name", Json.of(tensor.name()));
    entry.put("dtype", Json.of(tensor.dtype().name()));
    entry.put("shape", new Json.Arr(tensor.shape().dims().stream().map(Json::of).toList()));
    entry.put("bytes", Json.of(tensor.data().byteSize()));
    return new Json.Obj(entry);
  }

  private static void printTensor(PrintWriter out, Tensor tensor) {
    out.printf(
        Locale.ROOT,
        "%-56s %-7s %-20s %d%n",
        tensor.name(),
        tensor.dtype(),
        tensor.shape(),
        tensor.data().byteSize());
  }
}
