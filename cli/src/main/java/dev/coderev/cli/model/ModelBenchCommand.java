package dev.coderev.cli.model;

import dev.coderev.model.bench.Bench;
import dev.coderev.model.bench.BenchOptions;
import dev.coderev.model.bench.BenchReport;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev model bench}: how fast a checkpoint runs here. */
@Command(
    name = "bench",
    description = "Measures prompt reading, decoding and memory, beside the memory's own speed.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelBenchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", description = "A Hugging Face directory or a GGUF file.")
  private Path path = Path.of("");

  @Option(
      names = "--against",
      paramLabel = "PATH",
      description = "A second checkpoint, measured after it; rates are given as ratios too.")
  private @Nullable Path against;

  @Mixin private ModelRuntimeMixin runtime = new ModelRuntimeMixin();

  @Option(
      names = "--prompt",
      paramLabel = "N",
      description = "Prompt tokens. Default: ${DEFAULT-VALUE}.")
  private int prompt = 512;

  @Option(
      names = "--generate",
      paramLabel = "N",
      description = "Generated tokens. Default: ${DEFAULT-VALUE}.")
  private int generate = 64;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Sequences that decode together. Default: ${DEFAULT-VALUE}.")
  private int batch = 8;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Rounds, of which the median is given. Default: ${DEFAULT-VALUE}.")
  private int rounds = 3;

  @Mixin private ModelReportMixin form = new ModelReportMixin();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var options = new BenchOptions(prompt, generate, batch, rounds);
    BenchReport first = Bench.run(path, runtime.options(), options);
    Json result = first.json();
    if (against != null) {
      BenchReport second = Bench.run(against, runtime.options(), options);
      var pair = new LinkedHashMap<String, Json>();
      pair.put("first", result);
      pair.put("second", second.json());
      pair.put("decode_ratio", Json.of(first.decodeRate() / second.decodeRate()));
      pair.put("prefill_ratio", Json.of(first.prefillRate() / second.prefillRate()));
      result = new Json.Obj(pair);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (form.isJson()) {
      out.print(JsonWriter.indented(result));
    } else {
      print(out, "", result);
    }
    out.flush();
    return 0;
  }

  private static void print(PrintWriter out, String indent, Json value) {
    if (value instanceof Json.Obj object) {
      for (Map.Entry<String, Json> member : object.members().entrySet()) {
        if (member.getValue() instanceof Json.Obj inner) {
          out.println(indent + member.getKey());
          print(out, indent + "  ", inner);
        } else {
          String text =
              member.getValue() instanceof Json.Str words
                  ? words.value()
                  : JsonWriter.compact(member.getValue());
          out.printf(Locale.ROOT, "%s%-32s %s%n", indent, member.getKey(), text);
        }
      }
    }
  }
}
