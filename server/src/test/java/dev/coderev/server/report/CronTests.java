package dev.coderev.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTests {
  /** A Wednesday. */
  private static final Instant NOW = Instant.parse("2026-07-15T10:20:30Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 6 * * *         | 2026-07-16T06:00:00Z
          */15 * * * *      | 2026-07-15T10:30:00Z
          20 10 * * *       | 2026-07-16T10:20:00Z
          0 9 * * MON       | 2026-07-20T09:00:00Z
          0 9 * * 1-5       | 2026-07-16T09:00:00Z
          0 0 * * 0         | 2026-07-19T00:00:00Z
          0 0 * * 7         | 2026-07-19T00:00:00Z
          0 0 29 2 *        | 2028-02-29T00:00:00Z
          30 4 1,15 * 5     | 2026-07-17T04:30:00Z
          0 12 1 JAN *      | 2027-01-01T12:00:00Z
          """)
  void saysWhenItComesToPassNext(String line, String next) {
    assertThat(Cron.of(line).orElseThrow().after(NOW)).contains(Instant.parse(next));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *",
        "@daily", "0 0 L * *", "0 0 15W * *", "0 0 * * 5#2", "a b c d e", "-1 * * * *",
            "5-1 * * * *"
      })
  void isNoLine(String line) {
    assertThat(Cron.of(line)).isEmpty();
  }

  @Test
  void someLinesNeverComeToPass() {
    assertThat(Cron.of("0 0 30 2 *").orElseThrow().after(NOW)).isEmpty();
  }
}
