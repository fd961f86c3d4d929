package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PureCallsTests {
  private static @Nullable Object call(String name, Object... arguments) {
    return PureCalls.function(name, List.of(arguments), Language.JAVA);
  }

  @Test
  void numbersAreCalculated() {
    assertThat(call("Math.max", 3L, 7L)).isEqualTo(7L);
    assertThat(call("min", 3L, 7L)).isEqualTo(3L);
    assertThat(call("Math.abs", -3L)).isEqualTo(3L);
    assertThat(call("Math.floor", 3.7)).isEqualTo(3L);
    assertThat(call("Math.ceil", 3.2)).isEqualTo(4L);
    assertThat(call("round", 3.5)).isEqualTo(4L);
    assertThat(call("pow", 2L, 5L)).isEqualTo(32L);
    assertThat(call("intdiv", 7L, 2L)).isEqualTo(3L);
    assertThat(call("intdiv", 7L, 0L)).isNull();
    assertThat(call("Math.floorMod", -1L, 3L)).isEqualTo(2L);
    assertThat(call("Math.floorDiv", -1L, 3L)).isEqualTo(-1L);
  }

  @Test
  void textsAreRead() {
    assertThat(call("Integer.parseInt", "12")).isEqualTo(12L);
    assertThat(call("Integer.parseInt", "x")).isNull();
    assertThat(call("parseInt", "12", 10L)).isEqualTo(12L);
    assertThat(call("parseInt", "12", 16L)).isNull();
    assertThat(call("Boolean.parseBoolean", "TRUE")).isEqualTo(true);
    assertThat(call("len", "abc")).isEqualTo(3L);
    assertThat(call("substr", "abc", 1L)).isEqualTo("bc");
    assertThat(call("substr", "abc", 1L, 1L)).isEqualTo("b");
    assertThat(call("strtolower", "AB")).isEqualTo("ab");
    assertThat(call("strtoupper", "ab")).isEqualTo("AB");
    assertThat(call("trim", " a ")).isEqualTo("a");
    assertThat(call("empty", "0")).isEqualTo(true);
    assertThat(call("is_numeric", "12")).isEqualTo(true);
    assertThat(call("String.valueOf", "a")).isEqualTo("a");
    assertThat(call("String.valueOf", 3L)).isEqualTo("3");
  }

  @Test
  void textsAreCompared() {
    assertThat(call("strings.Contains", "abc", "b")).isEqualTo(true);
    assertThat(call("strings.HasPrefix", "abc", "b")).isEqualTo(false);
    assertThat(call("str_ends_with", "abc", "c")).isEqualTo(true);
    assertThat(call("strings.EqualFold", "abc", "ABC")).isEqualTo(true);
    assertThat(call("Objects.equals", "abc", "ABC")).isEqualTo(false);
    assertThat(call("Objects.equals", 1L, 1L)).isEqualTo(true);
    assertThat(call("strcmp", "a", "b")).isEqualTo(-1L);
  }

  @Test
  void whatIsNotKnownStaysOpen() {
    assertThat(call("unknown", "a")).isNull();
    assertThat(call("unknown", 1L)).isNull();
    assertThat(call("unknown", "a", "b")).isNull();
    assertThat(call("unknown", 1L, 2L)).isNull();
    assertThat(call("unknown", "a", 2L)).isNull();
    assertThat(call("unknown")).isNull();
    assertThat(call("bool", 0L)).isNull();
    assertThat(PureCalls.function("bool", List.of(0L), Language.PYTHON)).isEqualTo(false);
  }
}
