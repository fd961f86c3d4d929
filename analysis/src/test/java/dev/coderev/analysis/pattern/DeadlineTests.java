package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.coderev.analysis.source.Language;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DeadlineTests {
  private final AtomicLong now = new AtomicLong();
  private final Deadline deadline = Deadline.after(Duration.ofNanos(10), now::get);

  @Test
  void passesOnceItsTimeIsUp() {
    now.set(10);
    assertThatNoException().isThrownBy(deadline::look);
    now.set(11);
    assertThatExceptionOfType(DeadlineExceeded.class).isThrownBy(deadline::look);
  }

  @Test
  void readsTheClockNowAndThen() {
    now.set(11);
    for (int i = 1; i < 256; i++) {
      deadline.check();
    }
    assertThatExceptionOfType(DeadlineExceeded.class).isThrownBy(deadline::check);
  }

  @Test
  void neverPassesWithoutLimit() {
    Deadline never = Deadline.never();
    for (int i = 0; i < 1000; i++) {
      never.check();
    }
    assertThatNoException().isThrownBy(never::look);
  }

  @Test
  void stopsARegexThatBacktracks() {
    DeadlineText text = new DeadlineText("a".repeat(1000), deadline);
    now.set(11);
    assertThatExceptionOfType(DeadlineExceeded.class)
        .isThrownBy(() -> Pattern.compile("a.*c").matcher(text).find());
  }

  @Test
  void showsTheTextItGuards() {
    DeadlineText text = new DeadlineText("abcd", deadline);
    assertThat(text).hasToString("abcd").hasSize(4);
    assertThat(text.subSequence(1, 3)).hasToString("bc");
  }

  @Test
  void stopsTheSearchForAPattern() {
    SearchRule rule = SearchRule.of(Language.PYTHON, "- pattern-regex: (x|xx)+y\n");
    now.set(11);
    String code = "x".repeat(60) + "\n";
    assertThatExceptionOfType(DeadlineExceeded.class)
        .isThrownBy(() -> rule.matches(code, deadline));
  }
}
