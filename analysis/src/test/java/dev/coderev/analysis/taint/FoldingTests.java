package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTests {
  private static List<Value> values(Object... constants) {
    return Arrays.stream(constants).map(Value::constant).toList();
  }

  private static @Nullable Object fold(String operator, Object... constants) {
    return fold(operator, values(constants));
  }

  private static @Nullable Object fold(String operator, List<Value> operands) {
    return Folding.operation(operator, operands, Language.JAVA);
  }

  @ParameterizedTest
  @CsvSource({
    "+,7,3,10",
    "-,7,3,4",
    "*,7,3,21",
    "/,7,3,2",
    "//,-7,3,-3",
    "%,7,3,1",
    "<<,1,3,8",
    ">>,8,2,2",
    "&,6,3,2",
    "|,6,3,7",
    "^,6,3,5"
  })
  void integersCalculate(String operator, long a, long b, long result) {
    assertThat(fold(operator, a, b)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "<,1,2,true",
    "<=,2,2,true",
    ">,1,2,false",
    ">=,1,2,false",
    "==,2,2,true",
    "!=,2,2,false"
  })
  void integersCompare(String operator, long a, long b, boolean result) {
    assertThat(fold(operator, a, b)).isEqualTo(result);
    assertThat(fold(operator, a + 0.5, b + 0.5)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({"JAVA,3", "GO,3", "PYTHON,3.5", "JAVASCRIPT,3.5", "PHP,3.5"})
  void divisionIsThatOfTheLanguage(Language language, double result) {
    Object quotient = Folding.operation("/", values(7L, 2L), language);
    assertThat(((Number) java.util.Objects.requireNonNull(quotient)).doubleValue())
        .isEqualTo(result);
  }

  @Test
  void charactersAreNumbersToJava() {
    assertThat(fold("+", 'a', 1L)).isEqualTo(98L);
    assertThat(fold("<", 1L, 'a')).isEqualTo(true);
    assertThat(Folding.operation("+", values('a', 1L), Language.JAVASCRIPT)).isNull();
  }

  @Test
  void whatDependsOnTheWidthOfAnIntegerIsNotKnown() {
    assertThat(fold("+", (long) Integer.MAX_VALUE, 1L)).isNull();
    assertThat(fold("+", 3_000_000_000L, 1L)).isEqualTo(3_000_000_001L);
  }

  @Test
  void containersOfConstantsSayWhatTheyHold() {
    Value list = Value.list(values("a", "b"));
    assertThat(fold("in", List.of(Value.constant("b"), list))).isEqualTo(true);
    assertThat(fold("not in", List.of(Value.constant("c"), list))).isEqualTo(true);
    assertThat(fold("in", List.of(Value.constant("c"), list.append(Value.UNKNOWN)))).isNull();
    assertThat(fold("in", List.of(Value.UNKNOWN, list))).isNull();
  }

  @Test
  void divisionByNothingIsNotKnown() {
    assertThat(fold("/", 1L, 0L)).isNull();
    assertThat(fold("%", 1L, 0L)).isNull();
    assertThat(fold("//", 1L, 0L)).isNull();
    assertThat(fold("<<", 1L, 99L)).isNull();
  }

  @Test
  void textsJoinAndCompare() {
    assertThat(fold("+", "a", 1L)).isEqualTo("a1");
    assertThat(fold(".", "a", "b")).isEqualTo("ab");
    assertThat(fold("template", "a", "b", 3L)).isEqualTo("ab3");
    assertThat(fold("in", "b", "abc")).isEqualTo(true);
    assertThat(fold("not in", "b", "abc")).isEqualTo(false);
    assertThat(fold("==", 'a', "a")).isEqualTo(true);
    assertThat(fold("==", "a", 'b')).isEqualTo(false);
    assertThat(fold("==", 'a', 97L)).isEqualTo(true);
    assertThat(fold("+", "a".repeat(4000), "b".repeat(4000))).isNull();
  }

  @Test
  void truthNeedsOnlyTheSideThatDecides() {
    assertThat(fold("&&", List.of(Value.UNKNOWN, Value.constant(false)))).isEqualTo(false);
    assertThat(fold("||", List.of(Value.constant(true), Value.UNKNOWN))).isEqualTo(true);
    assertThat(fold("&&", List.of(Value.UNKNOWN, Value.constant(true)))).isNull();
    assertThat(fold("&&", true, true)).isEqualTo(true);
    assertThat(fold("||", false, false)).isEqualTo(false);
    assertThat(fold("!1", true)).isEqualTo(false);
    assertThat(fold("-1", 3L)).isEqualTo(-3L);
    assertThat(fold("-1", 3.5)).isEqualTo(-3.5);
  }

  @Test
  void pureMethodsOfTextsAreKnown() {
    assertThat(method("charAt", 1L)).isEqualTo('b');
    assertThat(method("charAt", 9L)).isNull();
    assertThat(method("length")).isEqualTo(4L);
    assertThat(method("isEmpty")).isEqualTo(false);
    assertThat(method("trim")).isEqualTo("abcd");
    assertThat(method("toUpperCase")).isEqualTo("ABCD");
    assertThat(method("toLowerCase")).isEqualTo("abcd");
    assertThat(method("toString")).isEqualTo("abcd");
    assertThat(method("equals", "abcd")).isEqualTo(true);
    assertThat(method("equalsIgnoreCase", "ABCD")).isEqualTo(true);
    assertThat(method("startsWith", "ab")).isEqualTo(true);
    assertThat(method("endsWith", "ab")).isEqualTo(false);
    assertThat(method("contains", "bc")).isEqualTo(true);
    assertThat(method("concat", "e")).isEqualTo("abcde");
    assertThat(method("indexOf", "c")).isEqualTo(2L);
    assertThat(method("substring", 1L, 3L)).isEqualTo("bc");
    assertThat(method("substring", 2L)).isEqualTo("cd");
    assertThat(method("hash")).isNull();
    assertThat(Folding.method("abcd", "charAt", List.of(Value.UNKNOWN))).isNull();
  }

  private static @Nullable Object method(String name, Object... arguments) {
    return Folding.method("abcd", name, values(arguments));
  }
}
