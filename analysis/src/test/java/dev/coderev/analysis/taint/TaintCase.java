package dev.coderev.analysis.taint;

import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.pattern.Deadline;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.pattern.FormulaCompiler;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleMode;
import dev.coderev.analysis.rule.RuleReader;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.time.Duration;
import java.util.List;

/** A taint rule and a source, for tests: {@code SINK} comments mark the lines to be found. */
final class TaintCase {
  private static final Parsers PARSERS = new Parsers();
  private static final FormulaCompiler COMPILER = new FormulaCompiler(PARSERS);

  private final Language language;
  private final CompiledTaint rule;

  private TaintCase(Language language, CompiledTaint rule) {
    this.language = language;
    this.rule = rule;
  }

  /**
   * A rule with {@code source(...)} as source, {@code sink(...)} as sink and clean() as cleaner.
   */
  static TaintCase in(Language language) {
    return with(
        language,
        """
        pattern-sources:
          - pattern: source(...)
        pattern-sinks:
          - pattern: sink(...)
        pattern-sanitizers:
          - pattern: clean(...)
        """);
  }

  /** A rule with these keys besides the ones that every rule has. */
  static TaintCase with(Language language, String keys) {
    String yaml =
        """
        rules:
          - id: test
            languages: [%s]
            severity: HIGH
            message: found
            mode: taint
        %s\
        """
            .formatted(language.id(), keys.indent(4));
    Rule read =
        new RuleReader(ModelLibrary.EMPTY)
            .read(List.of(new RuleText("test.yaml", yaml)))
            .orThrow()
            .getFirst();
    RuleMode.Taint mode = (RuleMode.Taint) read.mode();
    return new TaintCase(
        language, CompiledTaint.compile(mode.spec(), language, read.options(), COMPILER));
  }

  List<TaintMatch> matches(String source) {
    SourceFile file = new SourceFile("Test." + language.extensions().getFirst(), language, source);
    FileContext context = FileContext.of(PARSERS.parse(file));
    return rule.analyse(context, Deadline.after(Duration.ofSeconds(30))).matches();
  }

  /** The source text of the sinks that are reached, in order. */
  List<String> sinks(String source) {
    return matches(source).stream()
        .map(match -> source.substring(match.sink().range().start(), match.sink().range().end()))
        .toList();
  }

  /** The notes along the only flow. */
  List<String> notes(String source) {
    return matches(source).getFirst().steps().stream().map(TaintMatch.Step::note).toList();
  }
}
