package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.CompiledRule.Program;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.pattern.FormulaCompiler;
import dev.coderev.analysis.pattern.PatternSyntaxProblem;
import dev.coderev.analysis.rule.ListedRule;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleMode;
import dev.coderev.analysis.rule.RuleProblem;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.taint.CompiledTaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Makes rules ready for files, language by language and only when needed. Safe to share. */
public final class RuleSetCompiler {
  private final List<ListedRule> rules;
  private final FormulaCompiler formulas;
  private final Map<Language, LanguageRules> compiled = new ConcurrentHashMap<>();

  public RuleSetCompiler(List<? extends ListedRule> rules, SourceParser parser) {
    this(rules, FormulaCompiler.lazy(parser));
  }

  /**
   * @param formulas may be shared between rule sets, which then share equal patterns
   */
  public RuleSetCompiler(List<? extends ListedRule> rules, FormulaCompiler formulas) {
    this.rules = List.copyOf(rules);
    this.formulas = formulas;
  }

  /** The rules as given. */
  public List<ListedRule> rules() {
    return rules;
  }

  /**
   * What is wrong in the patterns of the rules: those that none of a rule's languages can read.
   * Compiles everything, so this takes its time.
   */
  public List<RuleProblem> problems() {
    List<RuleProblem> problems = new ArrayList<>();
    FormulaCompiler strict = formulas.strict();
    for (ListedRule listed : rules) {
      Rule rule = listed.whole();
      List<RuleProblem> ofRule = new ArrayList<>();
      boolean sound = false;
      for (Language language : languages(rule)) {
        try {
          compile(rule, language, strict);
          sound = true;
        } catch (PatternSyntaxProblem e) {
          ofRule.add(new RuleProblem(e.place(), reason(e) + " in rule '" + rule.id() + "'"));
        }
      }
      if (!sound) {
        problems.add(ofRule.getFirst());
      }
    }
    return problems.stream().sorted().toList();
  }

  private static String reason(PatternSyntaxProblem problem) {
    String message = String.valueOf(problem.getMessage());
    String place = problem.place() + ": ";
    return message.startsWith(place) ? message.substring(place.length()) : message;
  }

  private static List<Language> languages(Rule rule) {
    return rule.regexOnly() ? List.of(Language.TEXT) : rule.languages().stream().sorted().toList();
  }

  /** The rules for files in {@code language}, in order, by what may differ from run to run. */
  String listed(Language language) {
    return rules.stream()
        .filter(rule -> rule.languages().contains(language))
        .map(rule -> rule.id() + " " + rule.severity())
        .collect(Collectors.joining("\n"));
  }

  /** The rules for files in {@code language}; one whose patterns it cannot read is left out. */
  LanguageRules forLanguage(Language language) {
    return compiled.computeIfAbsent(language, this::compile);
  }

  private LanguageRules compile(Language language) {
    return LanguageRules.of(
        rules.stream()
            .filter(rule -> rule.languages().contains(language))
            .flatMap(rule -> entry(rule, language).stream())
            .toList());
  }

  private Optional<RuleEntry> entry(ListedRule listed, Language language) {
    return listed instanceof RulePack.Packed packed
        ? Optional.of(packed.entry(language, () -> compile(packed.whole(), language, formulas)))
        : readable(listed.whole(), language).map(RuleEntry::of);
  }

  /** A rule that this language cannot read is for its others; see {@link #problems}. */
  private Optional<CompiledRule> readable(Rule rule, Language language) {
    try {
      return Optional.of(compile(rule, language, formulas));
    } catch (PatternSyntaxProblem e) {
      return Optional.empty();
    }
  }

  static CompiledRule compile(Rule rule, Language language, FormulaCompiler formulas) {
    Language readAs = rule.regexOnly() ? Language.TEXT : language;
    Program program =
        switch (rule.mode()) {
          case RuleMode.Search(var formula) ->
              new Program.Search(formulas.compile(formula, readAs, rule.options()));
          case RuleMode.Taint(var spec) ->
              new Program.Taint(CompiledTaint.compile(spec, readAs, rule.options(), formulas));
        };
    return new CompiledRule(rule, program);
  }
}
