package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.parse.dispatch.Parsers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSamplesTests {
  private static final String UTILS =
      """
      package utils
      func Hex(size string) string {
      	return fmt.Sprintf(`[a-f0-9]{%s}`, size)
      }
      func GenerateSampleSecret(identifier string, secret string) string {
      	return fmt.Sprintf("%s_token = \\"%s\\"", identifier, secret)
      }
      func GenerateSampleSecrets(identifier string, secret string) []string {
      	samples := map[string]string{
      		"ini": "{i}Token={s}",
      		"env": `{I}_TOKEN='{s}'`,
      	}
      	return replaced(samples)
      }
      """;
  private static final String RULES =
      """
      package rules
      var shared = []string{`first`, "second"}
      func Kind() *config.Rule {
      	r := config.Rule{RuleID: "kind", Keywords: []string{"kind"}}
      	tps := utils.GenerateSampleSecrets("kind", "ghp_" + secrets.NewSecret(utils.Hex("36")))
      	tps = append(tps, shared...)
      	tps = append(tps, utils.GenerateSampleSecret("kind", "third"), other())
      	fps := []string{"harmless"}
      	return utils.Validate(r, tps, fps)
      }
      func ByPath() *config.Rule {
      	r := config.Rule{}
      	tps := map[string]string{"dir/a.yaml": "fourth"}
      	return utils.ValidateWithPaths(r, tps, nil)
      }
      """;

  @TempDir Path gitleaks;

  @BeforeEach
  void makeCheckout() throws IOException {
    Path config = gitleaks.resolve("cmd/generate/config");
    Files.createDirectories(config.resolve("utils"));
    Files.createDirectories(config.resolve("rules"));
    Files.writeString(config.resolve("utils/generate.go"), UTILS);
    Files.writeString(config.resolve("rules/kind.go"), RULES);
  }

  @Test
  void computesListsOfTexts() throws IOException {
    GoSamples reader = new GoSamples(new Parsers(), 1);
    List<GoSamples.Sample> samples = reader.read(gitleaks);
    assertThat(samples)
        .extracting(GoSamples.Sample::text)
        .satisfiesExactly(
            text -> assertThat(text).matches("kindToken=ghp_[0-9a-f]{36}"),
            text -> assertThat(text).matches("KIND_TOKEN='ghp_[0-9a-f]{36}'"),
            text -> assertThat(text).isEqualTo("first"),
            text -> assertThat(text).isEqualTo("second"),
            text -> assertThat(text).isEqualTo("kind_token = \"third\""),
            text -> assertThat(text).isEqualTo("harmless"),
            text -> assertThat(text).isEqualTo("fourth"));
    assertThat(samples.getLast()).isEqualTo(new GoSamples.Sample("ByPath", true, "yaml", "fourth"));
    assertThat(reader.unknown()).isEqualTo(1);
  }

  @Test
  void tellsWhatIsFoundOfEachRule() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Benchmark.run(
            new SecretSamples(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "--gitleaks",
            gitleaks.toString());
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"found\":2,\"real\":6,\"taken\":0,\"fake\":1", "\"missed\":[\"Kind: first\"");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("7 samples");
  }
}
