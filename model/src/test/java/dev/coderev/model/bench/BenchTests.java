package dev.coderev.model.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.json.Json;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tensor.DType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchTests {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"BF16", "Q4_0"})
  void everyFigureIsMeasured(DType dtype) {
    Path file = folder.resolve("tiny.gguf");
    RandomCheckpoint.write(file, "tiny", Presets.all().get("tiny-qwen2"), dtype, 1);
    BenchReport report =
        Bench.run(
            file,
            RuntimeOptions.defaults().withThreads(2).withPositions(1024),
            new BenchOptions(20, 6, 3, 2));
    assertThat(report.prefillRate()).isPositive();
    assertThat(report.decodeRate()).isPositive();
    assertThat(report.batchRate()).isPositive();
    assertThat(report.readBandwidth()).isPositive();
    assertThat(report.bandwidthShare()).isPositive();
    assertThat(report.firstTokenSeconds()).isGreaterThan(report.loadSeconds());
    assertThat(report.bytesPerToken()).isGreaterThan(report.weightBytes() / 2);
    assertThat(report.cacheBytes()).isPositive();
    assertThat(report.kernels()).contains(dtype == DType.BF16 ? "BF16" : "4-bit/32");
    assertThat(report.threads()).isEqualTo(2);
    Json.Obj json = (Json.Obj) report.json();
    assertThat(json.members()).hasSize(19).containsEntry("model", Json.of("tiny.gguf"));
  }

  @Test
  void nothingToMeasureIsRefused() {
    assertThatThrownBy(() -> new BenchOptions(0, 1, 1, 1)).hasMessageContaining("positive");
    assertThatThrownBy(() -> RuntimeOptions.defaults().withThreads(0))
        .hasMessageContaining("threads");
    assertThatThrownBy(() -> RuntimeOptions.defaults().withPositions(0))
        .hasMessageContaining("positions");
  }
}
