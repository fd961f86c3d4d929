package dev.coderev.model.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemMemoryTests {

  private static final String HOST =
      """
      MemTotal:       1000 kB
      MemFree:         100 kB
      MemAvailable:    600 kB
      """;

  @TempDir private Path folder;

  private SystemMemory memory() throws IOException {
    Path host = Files.writeString(folder.resolve("meminfo"), HOST);
    return new SystemMemory(folder, host);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void aHostUsesWhatIsNotAvailable() throws IOException {
    assertThat(memory().share().orElseThrow()).isEqualTo(0.4, within(1e-9));
  }

  @Test
  void copiesOfFilesAreNoUseOfAContainer() throws IOException {
    write("memory.max", "512000\n");
    write("memory.current", "480000\n");
    write("memory.stat", "anon 100000\ninactive_file 224000\nactive_file 1000\n");
    assertThat(memory().share().orElseThrow()).isEqualTo(0.5, within(1e-9));
    assertThat(memory().bytes()).hasValue(512_000);
  }

  @Test
  void olderControlGroupsTellItToo() throws IOException {
    write("memory/memory.limit_in_bytes", "512000\n");
    write("memory/memory.usage_in_bytes", "480000\n");
    write("memory/memory.stat", "inactive_file 7\ntotal_inactive_file 224000\n");
    assertThat(memory().share().orElseThrow()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void aContainerWithoutALimitHasTheMemoryOfItsHost() throws IOException {
    write("memory.max", "max\n");
    write("memory.current", "480000\n");
    write("memory/memory.limit_in_bytes", "9223372036854771712\n");
    write("memory/memory.usage_in_bytes", "480000\n");
    assertThat(memory().share().orElseThrow()).isEqualTo(0.4, within(1e-9));
    assertThat(memory().bytes()).hasValue(1_024_000);
  }

  @Test
  void nothingIsKnownWhereNothingIsTold() {
    assertThat(new SystemMemory(folder, folder.resolve("none")).share()).isEmpty();
    assertThat(new SystemMemory(folder, folder.resolve("none")).bytes()).isEmpty();
  }
}
