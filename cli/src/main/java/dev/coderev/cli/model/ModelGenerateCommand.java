package dev.coderev.cli.model;

import dev.coderev.model.generate.Completion;
import dev.coderev.model.generate.GenerationOptions;
import dev.coderev.model.generate.Generator;
import dev.coderev.model.generate.TokenMasks;
import dev.coderev.model.generate.TokenizerBytes;
import dev.coderev.model.grammar.JsonSchema;
import dev.coderev.model.json.JsonReader;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.sampling.SamplingOptions;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.model.transformer.Adapter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev model generate}: goes on from a prompt. */
@Command(
    name = "generate",
    description = "Writes what a model goes on with after a prompt, while it is generated.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelGenerateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", description = "A Hugging Face directory or a GGUF file.")
  private Path path = Path.of("");

  @Option(
      names = "--prompt",
      required = true,
      paramLabel = "TEXT",
      description = "What the text begins with.")
  private String prompt = "";

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "At most so many tokens. Default: ${DEFAULT-VALUE}.")
  private int maxTokens = 256;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "0 takes the most likely token. Default: ${DEFAULT-VALUE}.")
  private double temperature;

  @Option(names = "--top-k", paramLabel = "K", description = "Keep the K most likely; 0 keeps all.")
  private int topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      description = "Keep the fewest that have probability P together. Default: ${DEFAULT-VALUE}.")
  private double topP = 1;

  @Option(
      names = "--min-p",
      paramLabel = "P",
      description = "Drop what is less likely than P times the most likely.")
  private double minP;

  @Option(
      names = "--repetition-penalty",
      paramLabel = "X",
      description = "Makes tokens that were seen less likely. Default: ${DEFAULT-VALUE}.")
  private double repetitionPenalty = 1;

  @Option(names = "--seed", paramLabel = "N", description = "Of the random numbers.")
  private long seed;

  @Option(names = "--stop", paramLabel = "TEXT", description = "Ends the text; may be repeated.")
  private List<String> stops = List.of();

  @Option(
      names = "--json-schema",
      paramLabel = "FILE",
      description = "A JSON schema that the answer must follow.")
  private @Nullable Path schema;

  @Mixin private ModelRuntimeMixin runtime = new ModelRuntimeMixin();

  @Option(names = "--quiet", description = "No figures on stderr at the end.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var sampling = new SamplingOptions(temperature, topK, topP, minP, repetitionPenalty, seed);
    GenerationOptions options = GenerationOptions.of(maxTokens, sampling).withStops(stops);
    if (schema != null) {
      options = options.withGrammar(JsonSchema.grammar(JsonReader.read(schema)));
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Tokenizer tokenizer = Tokenizer.open(path);
        LoadedModel model = LoadedModel.open(path, runtime.options())) {
      var bytes = new TokenizerBytes(tokenizer, model.config());
      var generator =
          new Generator(model.transformer(), model.cache(), bytes, new TokenMasks(bytes));
      int[] tokens = tokenizer.encode(prompt, true);
      long start = System.nanoTime();
      Completion completion =
          generator.generate(
              tokens,
              Adapter.NONE,
              options,
              text -> {
                out.print(text);
                out.flush();
              });
      out.println();
      out.flush();
      if (!quiet) {
        double seconds = (System.nanoTime() - start) / 1e9;
        spec.commandLine()
            .getErr()
            .printf(
                Locale.ROOT,
                "%d + %d tokens in %.1f s, ended by %s, %s%n",
                tokens.length,
                completion.tokens().size(),
                seconds,
                completion.finish().name().toLowerCase(Locale.ROOT),
                model.activeKernels());
      }
    }
    return 0;
  }
}
