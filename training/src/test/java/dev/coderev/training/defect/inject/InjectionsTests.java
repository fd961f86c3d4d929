package dev.coderev.training.defect.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.training.defect.DefectKind;
import dev.coderev.training.defect.Edit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InjectionsTests {

  private static final String CODE =
      """
      int find(String[] names, String wanted, int from, int to) {
          for (int i = from; i < to; i++) {
              String name = names[i];
              if (name != null && name.equals(wanted) || i + 1 > to) {
                  return copy(from, i);
              }
              if (wanted != null) {
                  wanted.strip();
              }
          }
          return from * to;
      }\
      """;

  private static List<String> defects(DefectKind kind) {
    return new Injections(CODE).defects(kind).stream().map(it -> it.applyTo(CODE)).toList();
  }

  private static String with(String before, String after) {
    assertThat(CODE).contains(before);
    return CODE.replace(before, after);
  }

  @Test
  void usesOtherVariablesOfTheSameTypeInScope() {
    assertThat(defects(DefectKind.WRONG_VARIABLE))
        .contains(with("name.equals(wanted)", "wanted.equals(wanted)"))
        .contains(with("names[i]", "names[to]"))
        .doesNotContain(with("from * to", "i * to"))
        .doesNotContain(with("names[i]", "wanted[i]"));
  }

  @Test
  void swapsArgumentsOfOneType() {
    assertThat(defects(DefectKind.SWAPPED_ARGUMENTS))
        .containsExactly(with("copy(from, i)", "copy(i, from)"));
  }

  @Test
  void replacesOperatorsByThoseThatFitTheOperands() {
    assertThat(defects(DefectKind.WRONG_OPERATOR))
        .contains(with("i < to", "i > to"))
        .contains(with("from * to", "from % to"))
        .contains(with("null && name", "null || name"))
        .contains(with("wanted != null", "wanted == null"))
        .doesNotContain(with("wanted != null", "wanted < null"));
  }

  @Test
  void movesBoundsAndIndices() {
    assertThat(defects(DefectKind.OFF_BY_ONE))
        .contains(with("i < to", "i <= to"))
        .contains(with("names[i]", "names[i + 1]"))
        .contains(with("copy(from", "copy(from - 1"));
  }

  @Test
  void takesChecksAgainstNullOut() {
    assertThat(defects(DefectKind.DROPPED_NULL_CHECK))
        .containsExactlyInAnyOrder(
            with("name != null && ", ""),
            with(
                "if (wanted != null) {\n            wanted.strip();\n        }",
                "wanted.strip();"));
  }

  @ParameterizedTest
  @EnumSource
  void eachDefectIsAmongTheRepairsOfWhatItLeaves(DefectKind kind) {
    List<Edit> defects = new Injections(CODE).defects(kind);
    long repairable =
        defects.stream()
            .map(defect -> defect.applyTo(CODE))
            .filter(wrong ->
                new Injections(wrong)
                    .repairs(kind).stream().anyMatch(it -> it.applyTo(wrong).equals(CODE)))
            .count();
    assertThat(repairable).isPositive().isGreaterThanOrEqualTo(defects.size() * 3 / 4);
  }

  @Test
  void whatIsNoMethodHasNoPlaces() {
    assertThat(new Injections("int f( {").repairs(DefectKind.OFF_BY_ONE)).isEmpty();
  }
}
