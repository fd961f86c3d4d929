package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.rule.Formula;
import dev.coderev.analysis.source.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsTests {
  private static Requirement of(String pattern) {
    return new FormulaCompiler(MatchTable.PARSER)
        .compile(new Formula.Code(pattern, MatchTable.PLACE), Language.JAVA, Map.of())
        .requirement();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "(java.io.File $FILE).$USE(...) # new File(x) # new Foil(x)",
        "(java.lang.System.Logger $LOG).$LEVEL(...) # Logger log # log",
        "synchronized ($LOCK) { ... } # synchronized (x) {} # lock (x) {}",
        "try { ... } catch ($TYPE $E) { } # try {} catch (E e) {} # try {} finally {}",
      })
  void namesWhatAFileMustContain(String pattern, String with, String without) {
    assertThat(of(pattern).holds(literal -> with.contains(literal.text()))).isTrue();
    assertThat(of(pattern).holds(literal -> without.contains(literal.text()))).isFalse();
  }

  @Test
  void asksNothingForTypesThatLiteralsHave() {
    assertThat(of("(String $TEXT).$METHOD(...)").isTrivial()).isTrue();
    assertThat(of("(java.lang.String $TEXT).$METHOD(...)").isTrivial()).isTrue();
  }
}
