package dev.coderev.analysis.pattern;

import dev.coderev.analysis.rule.Formula;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleMode;
import dev.coderev.analysis.rule.RuleReader;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.List;
import java.util.Map;

/** The formula of a rule as its author writes it, tried on pieces of code. */
final class SearchRule {
  private final Language language;
  private final Formula formula;

  private SearchRule(Language language, Formula formula) {
    this.language = language;
    this.formula = formula;
  }

  /** A rule whose {@code patterns} are these. */
  static SearchRule of(Language language, String patterns) {
    String text =
        """
        rules:
          - id: tried
            languages: [%s]
            message: tried
            severity: LOW
            patterns:
        """
                .formatted(language.id())
            + patterns.indent(6);
    List<Rule> rules =
        new RuleReader(ModelLibrary.EMPTY)
            .read(List.of(new RuleText("tried.yaml", text)))
            .orThrow();
    return new SearchRule(language, ((RuleMode.Search) rules.getFirst().mode()).formula());
  }

  /** The text of each match, in the order of the file. */
  List<String> texts(String code) {
    return matches(code).stream().map(match -> text(code, match)).distinct().toList();
  }

  List<Match> matches(String code) {
    return new MatchTable(language).matches(formula, code);
  }

  boolean matchesIn(String code) {
    return !matches(code).isEmpty();
  }

  /**
   * @throws DeadlineExceeded once there is no time left
   */
  List<Match> matches(String code, Deadline deadline) {
    SourceFile file = new SourceFile("code", language, code);
    return new FormulaCompiler(MatchTable.PARSER)
        .compile(formula, language, Map.of())
        .matches(FileContext.of(MatchTable.PARSER.parse(file), MatchTable.PARSER), deadline);
  }

  private static String text(String code, Match match) {
    return code.substring(match.range().start(), match.range().end());
  }
}
