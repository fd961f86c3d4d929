package dev.coderev.cli.model;

import dev.coderev.model.adapter.AdapterReader;
import dev.coderev.model.checkpoint.CheckpointWriter;
import dev.coderev.model.convert.Conversion;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.precision.Losses;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.tensor.DType;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev model convert}: a checkpoint in another format or other types. */
@Command(
    name = "convert",
    description = {
      "Writes a checkpoint as a Hugging Face directory or a GGUF file, in other types if wanted.",
      "Tensors whose type stays are copied byte for byte."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelConvertCommand implements Callable<Integer> {
  enum RoundingWord {
    NEAREST,
    STOCHASTIC
  }

  @Parameters(paramLabel = "PATH", description = "A Hugging Face directory or a GGUF file.")
  private Path source = Path.of("");

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "PATH",
      description = "A new directory, or a new file that ends in .gguf.")
  private Path out = Path.of("");

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      converter = DTypeConverter.class,
      description = "Of linear weights: " + DTypeConverter.WORDS + ". Default: as they are.")
  private @Nullable DType dtype;

  @Option(
      names = "--tensor",
      paramLabel = "REGEX=TYPE",
      description = "The type of tensors whose whole name matches; may be repeated, first wins.")
  private Map<String, String> exceptions = new LinkedHashMap<>();

  @Option(
      names = "--adapter",
      paramLabel = "DIR",
      description = "A PEFT LoRA adapter to merge into the weights.")
  private @Nullable Path adapter;

  @Option(
      names = "--rounding",
      paramLabel = "WAY",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private RoundingWord rounding = RoundingWord.NEAREST;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "For stochastic rounding. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Mixin private ModelReportMixin form = new ModelReportMixin();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Rounding way =
        rounding == RoundingWord.STOCHASTIC
            ? new Rounding.Stochastic(seed)
            : new Rounding.Nearest();
    var conversion = new Conversion(source, out, plan(), way);
    List<Conversion.Written> written =
        adapter == null ? conversion.run() : conversion.run(AdapterReader.read(adapter));
    PrintWriter report = spec.commandLine().getOut();
    if (form.isJson()) {
      report.print(
          JsonWriter.indented(
              new Json.Obj(
                  Map.of(
                      "tensors",
                      new Json.Arr(written.stream().map(ModelConvertCommand::entry).toList())))));
    } else {
      print(report, written);
    }
    report.flush();
    return 0;
  }

  private Optional<TypePlan> plan() {
    if (dtype == null) {
      if (exceptions.isEmpty()) {
        return Optional.empty();
      }
      throw new ParameterException(spec.commandLine(), "--tensor needs --dtype for the others");
    }
    var types = new LinkedHashMap<String, DType>();
    exceptions.forEach((regex, word) -> types.put(compiled(regex), type(word)));
    return Optional.of(
        CheckpointWriter.isGguf(out)
            ? TypePlan.forGguf(dtype, types)
            : TypePlan.forDirectory(dtype, types));
  }

  private DType type(String word) {
    return TypePlan.word(word)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "'" + word + "' is not one of " + DTypeConverter.WORDS));
  }

  private String compiled(String regex) {
    try {
      return Pattern.compile(regex).pattern();
    } catch (PatternSyntaxException e) {
      throw new ParameterException(
          spec.commandLine(), "'" + regex + "' is no regular expression: " + e.getDescription(), e);
    }
  }

  private static void print(PrintWriter report, List<Conversion.Written> written) {
    for (Conversion.Written tensor : written) {
      Losses losses = tensor.losses();
      report.printf(
          Locale.ROOT,
          "%-56s %-5s -> %-5s  error %.2e%s%s%n",
          tensor.name(),
          tensor.from(),
          tensor.to(),
          losses.relativeError(),
          losses.overflows() == 0 ? "" : "  " + losses.overflows() + " too large, cut",
          losses.nonFinite() == 0 ? "" : "  " + losses.nonFinite() + " not finite");
    }
    long cut = written.stream().mapToLong(it -> it.losses().overflows()).sum();
    report.printf(Locale.ROOT, "%d tensors, %d values too large%n", written.size(), cut);
  }

  private static Json entry(Conversion.Written tensor) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("name", Json.of(tensor.name()));
    entry.put("from", Json.of(tensor.from().name()));
    entry.put("to", Json.of(tensor.to().name()));
    entry.put("relative_error", Json.of(tensor.losses().relativeError()));
    entry.put("overflows", Json.of(tensor.losses().overflows()));
    entry.put("non_finite", Json.of(tensor.losses().nonFinite()));
    return new Json.Obj(entry);
  }
}
