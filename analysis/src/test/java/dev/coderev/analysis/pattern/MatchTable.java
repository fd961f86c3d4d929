package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.Formula;
import dev.coderev.analysis.rule.RulePlace;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.List;
import java.util.Map;

/** One language's patterns tried on pieces of code: the tests' way to say what matches where. */
final class MatchTable {
  static final SourceParser PARSER = new Parsers();
  static final RulePlace PLACE = new RulePlace("rule.yaml", 1, 1);

  private static final FormulaCompiler COMPILER = new FormulaCompiler(PARSER);

  private final Language language;
  private final Map<String, Object> options;

  MatchTable(Language language) {
    this(language, Map.of());
  }

  MatchTable(Language language, Map<String, Object> options) {
    this.language = language;
    this.options = options;
  }

  /**
   * Asserts that the pattern matches at exactly the lines of {@code code} that have a {@code //!}.
   */
  void check(String pattern, String code) {
    List<Integer> wanted =
        code.lines().toList().stream()
            .filter(MatchTable::isMarked)
            .map(code.lines().toList()::indexOf)
            .map(line -> line + 1)
            .toList();
    assertThat(lines(pattern, code)).as(pattern).isEqualTo(wanted);
  }

  private static boolean isMarked(String line) {
    return line.contains("//!") || line.contains("#!");
  }

  List<Integer> lines(String pattern, String code) {
    SourceFile file = new SourceFile("code", language, code);
    return matches(pattern, file).stream()
        .map(match -> file.lineAt(match.range().start()))
        .distinct()
        .toList();
  }

  List<Match> matches(String pattern, String code) {
    return matches(pattern, new SourceFile("code", language, code));
  }

  List<Match> matches(Formula formula, String code) {
    SourceFile file = new SourceFile("code", language, code);
    FileContext context = FileContext.of(PARSER.parse(file), PARSER);
    return COMPILER.compile(formula, language, options).matches(context, Deadline.never());
  }

  private List<Match> matches(String pattern, SourceFile file) {
    FileContext context = FileContext.of(PARSER.parse(file), PARSER);
    CompiledFormula formula = COMPILER.compile(new Formula.Code(pattern, PLACE), language, options);
    List<Match> matches = formula.matches(context, Deadline.never());
    if (!matches.isEmpty()) {
      assertThat(formula.requirement().holds(literal -> file.text().contains(literal.text())))
          .as("requirement of " + pattern)
          .isTrue();
    }
    return matches;
  }
}
