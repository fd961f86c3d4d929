package dev.coderev.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelCommandTests {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

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

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void makesInspectsAndConverts() {
    assertThat(run("init", "--shape", "tiny-qwen2", "--dtype", "f32", "-o", path("q"))).isZero();
    assertThat(err.toString()).contains("wrote");
    assertThat(run("inspect", path("q"), "--tensors")).isZero();
    assertThat(out.toString())
        .contains("architecture       qwen2", "vocab_size         512", "[512, 64]");
    assertThat(
            run(
                "convert",
                path("q"),
                "-o",
                path("q.gguf"),
                "--dtype",
                "int4",
                "--tensor",
                ".*down_proj.*=int8"))
        .isZero();
    assertThat(out.toString()).contains("Q4_0", "Q8_0", "0 values too large");
    assertThat(run("inspect", path("q.gguf"), "--format", "json", "--tensors")).isZero();
    assertThat(out.toString())
        .contains("\"architecture\": \"qwen2\"", "\"Q4_0\":", "\"tensors\": [");
    assertThat(run("convert", path("q.gguf"), "-o", path("back"), "--format", "json")).isZero();
    assertThat(out.toString()).contains("\"relative_error\": 0.0");
    assertThat(folder.resolve("back/tokenizer.json")).exists();
  }

  @Test
  void quantizes() throws Exception {
    assertThat(run("init", "--shape", "tiny-llama", "--dtype", "f32", "-o", path("f"))).isZero();
    assertThat(run("quantize", path("f"), "--method", "nf4", "--double-quant", "-o", path("n")))
        .isZero();
    assertThat(out.toString()).contains("nf4/64+double", "21 tensors", "times smaller than FP32");
    assertThat(run("inspect", path("n"))).isZero();
    assertThat(out.toString()).contains("quantization       bitsandbytes nf4/64+double");
    assertThat(run("quantize", path("f"), "--method", "rtn", "-o", path("r"))).isEqualTo(2);
    assertThat(err.toString()).contains("groups of 128 do not fill rows of 64");
    assertThat(
            run(
                "quantize",
                path("f"),
                "--method",
                "rtn",
                "--group-size",
                "32",
                "--layout",
                "awq",
                "--format",
                "json",
                "-o",
                path("a")))
        .isZero();
    assertThat(out.toString()).contains("\"format\": \"4-bit/32+\"", "\"bits_per_weight\": 4.6");
    Path text = Files.writeString(folder.resolve("few.txt"), "if (a) { return b; }");
    assertThat(
            run(
                "quantize",
                path("f"),
                "--method",
                "gptq",
                "--group-size",
                "32",
                "--calibration",
                text.toString(),
                "-o",
                path("g")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("calibration needs at least 256 tokens");
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      code.append("int x").append(i * 7919).append(" = read(").append(i).append(") + y;\n");
    }
    Files.writeString(text, code);
    assertThat(
            run(
                "quantize",
                path("f"),
                "--method",
                "gptq",
                "--group-size",
                "32",
                "--length",
                "64",
                "--calibration",
                text.toString(),
                "-o",
                path("g")))
        .isZero();
    assertThat(run("inspect", path("g"))).isZero();
    assertThat(out.toString())
        .contains("quantization       gptq 4-bit/32")
        .containsPattern("kernels +\\S+ on F16, 4-bit/32\\n");
    String[] file = {
      "quantize", path("f"), "--method", "rtn", "--embeddings", "q8_0", "-o", path("r.gguf")
    };
    assertThat(run(file)).isZero();
    assertThat(out.toString()).contains("4.500 bits a weight");
    assertThat(run("inspect", path("r.gguf"))).isZero();
    assertThat(out.toString()).contains("Q4_0", "Q8_0");
    file[5] = "f32";
    file[7] = path("directory");
    assertThat(run(file)).isEqualTo(2);
    assertThat(err.toString()).contains("--embeddings is for .gguf files");
    assertThat(run("quantize", path("f"), "--method", "nf4", "-o", path("n.gguf"))).isEqualTo(2);
    assertThat(err.toString()).contains("a GGUF file holds symmetric groups of 32");
    String[] auto = {
      "quantize",
      path("f"),
      "--method",
      "auto",
      "--calibration",
      text.toString(),
      "--max-loss",
      "0.01",
      "-o",
      path("m.gguf")
    };
    assertThat(run(auto)).isZero();
    assertThat(out.toString()).contains("bytes of weights, divergence", "Q4_0", "alone");
    assertThat(err.toString()).contains("measured model.embed_tokens.weight");
    auto[6] = "--target-size";
    auto[7] = "200000";
    auto[9] = path("s.gguf");
    String[] json = Arrays.copyOf(auto, auto.length + 2);
    json[10] = "--format";
    json[11] = "json";
    assertThat(run(json)).isZero();
    assertThat(out.toString()).contains("\"divergence_alone\"", "\"Q5_0\"");
    assertThat(run(Arrays.copyOf(auto, 6))).isEqualTo(2);
    auto[3] = "rtn";
    assertThat(run(auto)).isEqualTo(2);
    assertThat(err.toString()).contains("--target-size and --max-loss are of --method auto");
    String[] eval = {"eval", path("g"), "--against", path("f"), "--texts", text.toString()};
    assertThat(run(eval)).isZero();
    assertThat(out.toString()).contains("perplexity ratio", "95 %", "in 1 documents");
    assertThat(err.toString()).contains("1 of 1 documents");
    assertThat(run("eval", path("g"), "--against", path("f"))).isEqualTo(2);
    assertThat(err.toString()).contains("holds no held-out texts; name some with --texts");
  }

  @Test
  void explainsWrongWords() throws Exception {
    assertThat(run("init", "--shape", "huge", "-o", path("x"))).isEqualTo(2);
    assertThat(err.toString()).contains("'huge' is no known shape", "tiny-llama");
    assertThat(run("init", "--shape", "tiny-llama", "--dtype", "int3", "-o", path("x")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("'int3' is not one of");
    assertThat(run("inspect", path("none"))).isEqualTo(2);
    assertThat(err.toString()).contains("neither a directory nor a file");
    Path broken = Files.writeString(folder.resolve("broken.gguf"), "GGUF");
    assertThat(run("inspect", broken.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("broken.gguf", "the version");
    assertThat(run("convert", path("x"), "-o", path("y"), "--tensor", ".*=f16")).isEqualTo(2);
    assertThat(err.toString()).contains("--tensor needs --dtype");
    assertThat(run("convert", path("x"), "-o", path("y"), "--dtype", "f16", "--tensor", "(=f16"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("no regular expression");
    assertThat(run("convert", path("x"), "-o", path("y"), "--dtype", "f16", "--tensor", "a=f3"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("'f3' is not one of");
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("init", "inspect", "convert");
  }
}
