package dev.coderev.server.platform.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelMetricsTests {
  @ParameterizedTest
  @CsvSource({
    "nf4/64+double,nf4",
    "fp4/64,fp4",
    "BF16,bf16",
    "F16,fp16",
    "F32,none",
    "int8/row,int8",
    "Q8_0,int8",
    "q4/32,int4",
    "q2/16,unknown"
  })
  void namesFormatsAsTheLabelDoes(String format, String label) {
    assertThat(ModelMetrics.quantization(format)).isEqualTo(label);
  }
}
