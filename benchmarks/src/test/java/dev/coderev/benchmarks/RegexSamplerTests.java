package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexSamplerTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "[a-f0-9]{32}",
        "[A-Z2-7_\\-=]{4,9}",
        "(?:one|two)-\\d{3}",
        "a?b*c+d{2,}",
        "((x|yz)\\.){3}\\w{5}",
        "v1\\.0-[a-f0-9]{2}(-[0-9]{2}|)",
        "\\bkey_."
      })
  void whatItMakesMatches(String regex) {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20; i++) {
      assertThat(RegexSampler.sample(regex, random)).matches(regex);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a)", "[^a]", "(?i)a", "\\p", "[a", "a{2"})
  void refusesWhatItDoesNotKnow(String regex) {
    assertThatThrownBy(() -> RegexSampler.sample(regex, new SplittableRandom(7)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
