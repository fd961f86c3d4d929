package dev.coderev.analysis.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTests {
  private static final Instant NOW = Instant.parse("2026-01-10T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void givesBackWhatWasKept() throws IOException {
    open(1000).write(key("a"), new byte[] {1, 2, 3});
    assertThat(open(1000).read(key("a"))).hasValue(new byte[] {1, 2, 3});
    assertThat(open(1000).read(key("b"))).isEmpty();
  }

  @Test
  void keysTellApartWhereTextsEnd() {
    assertThat(new CacheKey.Digest().text("ab").text("c").key())
        .isNotEqualTo(new CacheKey.Digest().text("a").text("bc").key());
    assertThat(new CacheKey.Digest().number(1).key())
        .isNotEqualTo(new CacheKey.Digest().number(2).key());
  }

  @Test
  void damagedEntriesCountAsAbsentWhereverTheDamageIs() throws IOException {
    CacheFolder cache = open(1000);
    cache.write(key("a"), new byte[] {1, 2, 3});
    Path file = entries().getFirst();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] = (byte) (damaged[at] ^ 4);
      Files.write(file, damaged);
      assertThat(cache.read(key("a"))).as("byte %d", at).isEmpty();
    }
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(cache.read(key("a"))).as("length %d", length).isEmpty();
    }
    cache.write(key("a"), new byte[] {9});
    assertThat(cache.read(key("a"))).hasValue(new byte[] {9});
  }

  @Test
  void trimRemovesWhatWasUsedLeastRecently() throws IOException {
    CacheFolder cache = open(60);
    for (int day = 1; day <= 4; day++) {
      cache.write(key("day " + day), new byte[12]);
      Files.setLastModifiedTime(entry(day), FileTime.from(NOW.minus(Duration.ofDays(10 - day))));
    }
    assertThat(cache.read(key("day 1"))).isPresent();
    cache.trim();
    assertThat(cache.read(key("day 1"))).isPresent();
    assertThat(cache.read(key("day 2"))).isEmpty();
    assertThat(cache.read(key("day 3"))).isPresent();
    assertThat(cache.read(key("day 4"))).isPresent();
  }

  @Test
  void trimRemovesUnfinishedFilesThatNobodyWritesAnyMore() throws IOException {
    CacheFolder cache = open(1000);
    cache.write(key("a"), new byte[12]);
    Path old = Files.writeString(folder.resolve("v1/old.tmp"), "x");
    Path young = Files.writeString(folder.resolve("v1/young.tmp"), "x");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(2))));
    Files.setLastModifiedTime(young, FileTime.from(NOW));
    cache.trim();
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(cache.read(key("a"))).isPresent();
  }

  @Test
  void manyWritersOfOneKeyLeaveOneWholeEntry() throws IOException {
    List<CacheFolder> caches = List.of(open(1 << 20), open(1 << 20), open(1 << 20));
    byte[] content = new byte[10_000];
    IntStream.range(0, 60)
        .parallel()
        .forEach(i -> {
          caches.get(i % 3).write(key("a"), content);
          assertThat(caches.get((i + 1) % 3).read(key("a"))).hasValue(content);
        });
    assertThat(entries()).hasSize(1);
  }

  @Test
  void aPlaceThatIsNoFolderIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> CacheFolder.open(file, 10, Clock.systemUTC()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFolderThatIsGoneLosesNothingButTime() throws IOException {
    CacheFolder cache = open(1000);
    Files.delete(folder.resolve("v1"));
    Files.writeString(folder.resolve("v1"), "in the way");
    cache.write(key("a"), new byte[3]);
    cache.trim();
    assertThat(cache.read(key("a"))).isEmpty();
  }

  private CacheFolder open(long most) throws IOException {
    return CacheFolder.open(folder, most, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static CacheKey key(String text) {
    return new CacheKey.Digest().text(text).key();
  }

  private Path entry(int day) {
    String hex = key("day " + day).hex();
    return folder.resolve("v1").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).toList());
    }
  }
}
