package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTests {
  @Test
  void readsThePeakOfTheResidentMemory() {
    assertThat(Machine.peakResidentBytes(List.of("VmPeak:\t 9 kB", "VmHWM:\t   12 kB")))
        .contains(12L * 1024);
  }

  @Test
  void aSystemThatDoesNotTellLeavesThePeakUnknown() {
    assertThat(Machine.peakResidentBytes(List.of())).isEmpty();
  }

  @Test
  void tellsCoresAndMemory() {
    assertThat(Machine.toJson()).containsKeys("cores", "memoryBytes", "load", "java");
  }
}
