package dev.coderev.review.report.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FactTests {

  @Test
  void aTitleIsTheFirstSentence() {
    assertThat(Titles.of("Use e.g. this.\n  Then that.", 80)).isEqualTo("Use e.g. this");
    assertThat(Titles.rest("Use e.g. this.\n  Then that.", 80)).isEqualTo("Then that.");
    assertThat(Titles.of("Is it so? No.", 80)).isEqualTo("Is it so?");
    assertThat(Titles.of("yaml.load runs code", 80)).isEqualTo("yaml.load runs code");
    assertThat(Titles.rest("Only this.", 80)).isEmpty();
  }

  @Test
  void aTitleIsCutWhereItIsTooLong() {
    assertThat(Titles.of("One two three. Four.", 8)).isEqualTo("One two…");
    assertThat(Titles.rest("One two three. Four.", 8)).isEqualTo("One two three. Four.");
    assertThat(Titles.cut("abc😀def", 5)).isEqualTo("abc…");
  }

  @Test
  void readsWeaknesses() {
    assertThat(Weakness.parse("CWE-89: SQL")).contains(new Weakness(89, "SQL"));
    assertThat(Weakness.parse("cwe-79")).contains(new Weakness(79, ""));
    assertThat(Weakness.parse("89")).isEmpty();
  }

  @Test
  void saysSizesAndTimes() {
    assertThat(Statements.bytes(999)).isEqualTo("999 B");
    assertThat(Statements.bytes(1500)).isEqualTo("1.5 kB");
    assertThat(Statements.bytes(52_000_000)).isEqualTo("52 MB");
    assertThat(Statements.bytes(5_200_000_000L)).isEqualTo("5.2 GB");
    assertThat(Statements.duration(Duration.ofMillis(850))).isEqualTo("850 ms");
    assertThat(Statements.duration(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    assertThat(Statements.count(1, "file")).isEqualTo("1 file");
    assertThat(Statements.count(1200, "file")).isEqualTo("1,200 files");
  }
}
