package dev.coderev.model.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.deploy.Health.Finding;
import dev.coderev.model.deploy.Health.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostMemoryTests {

  private static final String HOST =
      """
      MemTotal:       1000 kB
      MemFree:         100 kB
      MemAvailable:    600 kB
      """;

  @TempDir private Path folder;

  private HostMemory memory() throws IOException {
    Path host = Files.writeString(folder.resolve("meminfo"), HOST);
    return new HostMemory(folder, host);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void aHostUsesWhatIsNotAvailable() throws IOException {
    assertThat(memory().told().orElseThrow()).isEqualTo(0.4, within(1e-9));
  }

  @Test
  void copiesOfFilesAreNoUseOfAContainer() throws IOException {
    write("memory.max", "512000\n");
    write("memory.current", "480000\n");
    write("memory.stat", "anon 100000\ninactive_file 224000\nactive_file 1000\n");
    assertThat(memory().told().orElseThrow()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void olderControlGroupsTellItToo() throws IOException {
    write("memory/memory.limit_in_bytes", "512000\n");
    write("memory/memory.usage_in_bytes", "480000\n");
    write("memory/memory.stat", "inactive_file 7\ntotal_inactive_file 224000\n");
    assertThat(memory().told().orElseThrow()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void aContainerWithoutALimitHasTheMemoryOfItsHost() throws IOException {
    write("memory.max", "max\n");
    write("memory.current", "480000\n");
    write("memory/memory.limit_in_bytes", "9223372036854771712\n");
    write("memory/memory.usage_in_bytes", "480000\n");
    assertThat(memory().told().orElseThrow()).isEqualTo(0.4, within(1e-9));
  }

  @Test
  void nothingIsKnownWhereNothingIsTold() {
    assertThat(new HostMemory(folder, folder.resolve("none")).told()).isEmpty();
    assertThat(HostMemory.share().orElseThrow()).isBetween(0.0, 1.0);
  }

  @Test
  void muchInUseIsAWarning() {
    assertThat(HostMemory.judge(0.85).state()).isEqualTo(State.HEALTHY);
    assertThat(HostMemory.judge(0.86).state()).isEqualTo(State.WARNING);
    assertThat(HostMemory.judge(0.96))
        .isEqualTo(new Finding(State.CRITICAL, "96 % of memory in use"));
    assertThat(HostMemory.look().detail()).endsWith("% of memory in use");
  }
}
