package dev.coderev.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that run a model. */
class ModelRunCommandTests {

  private static final Pattern ADDRESS = Pattern.compile("http://\\S+/v1");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String model = "";

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new ModelCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler((problem, command, result) -> {
          command.getErr().println(problem.getMessage());
          return 2;
        })
        .execute(arguments);
  }

  @BeforeEach
  void makeAModel() {
    model = folder.resolve("tiny.gguf").toString();
    assertThat(run("init", "--shape", "tiny-qwen2", "--dtype", "int4", "-o", model)).isZero();
  }

  @Test
  void generatesTheSameTextForTheSameSeed() {
    String[] arguments = {
      "generate",
      model,
      "--prompt",
      "int x",
      "--max-tokens",
      "9",
      "--temperature",
      "0.9",
      "--top-k",
      "50",
      "--top-p",
      "0.9",
      "--seed",
      "4",
      "--threads",
      "2",
      "--context",
      "128"
    };
    assertThat(run(arguments)).isZero();
    String text = out.toString();
    assertThat(err.toString()).contains("tokens in", "ended by", "4-bit/32");
    assertThat(run(arguments)).isZero();
    assertThat(out).hasToString(text);
  }

  @Test
  void followsASchemaAndSaysNothingWhenQuiet() throws Exception {
    Path schema = Files.writeString(folder.resolve("s.json"), "{\"enum\":[\"yes\",\"no\"]}");
    assertThat(
            run("generate", model, "--prompt", "?", "--json-schema", schema.toString(), "--quiet"))
        .isZero();
    assertThat(out.toString().strip()).isIn("\"yes\"", "\"no\"");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void wrongOptionsAreExplained() {
    assertThat(run("generate", model, "--prompt", "a", "--temperature", "-1")).isEqualTo(2);
    assertThat(err.toString()).contains("temperature must be at least 0");
    assertThat(run("generate", model + "x", "--prompt", "a")).isEqualTo(2);
    assertThat(err.toString()).contains("tiny.ggufx");
    assertThat(run("generate", model, "--prompt", "a", "--memory-budget", "3 g")).isEqualTo(2);
    assertThat(err.toString()).contains("'3 g' is no size");
    assertThat(run("generate", model, "--prompt", "a", "--memory-budget", "9m")).isEqualTo(2);
    assertThat(err.toString()).contains("the budget is 0.01 GB");
  }

  @Test
  void measuresAModelAgainstAnother() {
    String other = folder.resolve("other.gguf").toString();
    assertThat(run("init", "--shape", "tiny-qwen2", "--dtype", "bf16", "-o", other)).isZero();
    assertThat(
            run(
                "bench",
                model,
                "--against",
                other,
                "--threads",
                "2",
                "--prompt",
                "8",
                "--generate",
                "4",
                "--batch",
                "2",
                "--rounds",
                "1",
                "--format",
                "json"))
        .isZero();
    assertThat(out.toString()).contains("\"decode_ratio\"", "\"bandwidth_share\"", "BF16");
    assertThat(run("bench", model, "--prompt", "8", "--generate", "4", "--rounds", "1")).isZero();
    assertThat(out.toString()).contains("decode_tokens_per_second", "peak_memory_bytes");
  }

  @Test
  void servesUntilItIsStopped() throws Exception {
    var ended = new StringBuilder();
    Thread serving =
        Thread.ofPlatform()
            .start(() -> ended.append(run("serve", model, "--port", "0", "--name", "tiny")));
    Matcher address = ADDRESS.matcher(err.toString());
    for (int i = 0; i < 600 && !address.find(); i++) {
      serving.join(Duration.ofMillis(50));
      address = ADDRESS.matcher(err.toString());
    }
    String at = ADDRESS.matcher(err.toString()).results().findFirst().orElseThrow().group();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(at + "/completions"))
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"model\":\"tiny\",\"prompt\":\"a\",\"max_tokens\":3}"))
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).body())
          .contains("\"text_completion\"", "\"tiny\"");
    }
    serving.interrupt();
    assertThat(serving.join(Duration.ofSeconds(60))).isTrue();
    assertThat(ended).hasToString("2");
  }
}
