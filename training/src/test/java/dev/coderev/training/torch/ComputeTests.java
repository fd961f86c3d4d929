package dev.coderev.training.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class ComputeTests {

  @Test
  void theThreadsHoldForBothLibrariesThatMultiply() {
    Compute.of("cpu", Compute.Precision.F32, 2);
    assertThat(torch.get_num_threads()).isEqualTo(2);
    assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(2);
    Compute.of("cpu", Compute.Precision.F32, 1);
    assertThat(torch.get_num_threads()).isEqualTo(1);
    assertThat(openblas_nolapack.blas_get_num_threads()).isEqualTo(1);
  }
}
