package dev.coderev.review.run;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.engine.RulePack;
import dev.coderev.analysis.engine.RuleSetCompiler;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.pattern.FormulaCompiler;
import dev.coderev.analysis.rule.ListedRule;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleFolder;
import dev.coderev.analysis.rule.RuleProblem;
import dev.coderev.analysis.rule.RuleReading;
import dev.coderev.analysis.rule.RuleResources;
import dev.coderev.analysis.rule.RuleSource;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.rule.RulesInvalid;
import dev.coderev.analysis.ruletest.FixtureReport;
import dev.coderev.analysis.ruletest.FixtureRunner;
import dev.coderev.analysis.ruletest.RuleTest;
import dev.coderev.analysis.source.Language;
import dev.coderev.review.config.ProjectConfig;
import dev.coderev.review.install.BuiltInRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Brings together the built-in packs and the user's own rules, and applies the configuration. */
public final class RuleLoading {
  private RuleLoading() {}

  /** The rules that ship with CodeRev. */
  public static RuleResources builtIn() {
    return BuiltInRules.source();
  }

  /** All built-in rules and those of these files and folders, whatever the language. */
  public static RuleReading all(List<Path> own) {
    List<RuleSource> sources = new ArrayList<>();
    sources.add(builtIn());
    own.stream().distinct().map(RuleFolder::new).forEach(sources::add);
    return RuleSource.readAll(sources);
  }

  /** The rules of these files and folders, which may use the built-in models, with all problems. */
  public static RuleReading validate(List<Path> own) {
    List<RuleSource> sources = new ArrayList<>();
    sources.add(new ModelsOnly(builtIn()));
    own.stream().distinct().map(RuleFolder::new).forEach(sources::add);
    RuleReading reading = RuleSource.readAll(sources);
    List<RuleProblem> problems = new ArrayList<>(reading.problems());
    problems.addAll(new RuleSetCompiler(reading.rules(), new Parsers()).problems());
    problems.sort(null);
    return new RuleReading(reading.rules(), problems, reading.notes());
  }

  /** How the rules of these files and folders do on their fixtures; the built-in ones if none. */
  public static FixtureReport test(List<Path> paths) {
    RuleResources pack = builtIn();
    List<RuleTest> tests =
        paths.isEmpty()
            ? RuleTest.in(pack)
            : paths.stream().flatMap(path -> RuleTest.in(path).stream()).toList();
    List<RuleText> models = new ArrayList<>(pack.models(EnumSet.allOf(Language.class)));
    Set<Language> all = EnumSet.allOf(Language.class);
    paths.forEach(path -> models.addAll(new RuleFolder(path).models(all)));
    return new FixtureRunner(ModelLibrary.read(models), new Parsers(), AnalysisLimits.DEFAULT)
        .run(tests);
  }

  /** The models of a source without its rules. */
  private record ModelsOnly(RuleSource source) implements RuleSource {
    @Override
    public List<RuleText> rules(Set<Language> languages) {
      return List.of();
    }

    @Override
    public List<RuleText> models(Set<Language> languages) {
      return source.models(languages);
    }
  }

  /** The models that stand in the project's configuration. */
  private record ConfiguredModels(RuleText text) implements RuleSource {
    @Override
    public List<RuleText> rules(Set<Language> languages) {
      return List.of();
    }

    @Override
    public List<RuleText> models(Set<Language> languages) {
      return List.of(text);
    }
  }

  /**
   * The rules that are to run on files in these languages, and notes on those that cannot.
   *
   * @throws dev.coderev.analysis.rule.RulesInvalid if anything is wrong with any rule
   */
  static Loaded load(
      ProjectConfig config, RunOptions options, Set<Language> languages, SourceParser parser) {
    List<Path> own = new ArrayList<>(config.rulePaths());
    own.addAll(options.rulePaths());
    List<RuleSource> ownSources = own.stream().distinct().<RuleSource>map(RuleFolder::new).toList();
    boolean onlyOwn = config.onlyOwnRules() || options.onlyOwnRules();
    boolean asShipped = ownSources.isEmpty() && config.models().isEmpty();
    Optional<RulePack> pack = asShipped ? BuiltInRules.pack() : Optional.empty();
    Loaded loaded =
        pack.isPresent() && !onlyOwn
            ? packed(pack.get(), languages, parser)
            : read(config.models(), ownSources, onlyOwn, languages, parser);
    Severity floor = floor(config, options);
    return loaded.with(
        loaded.rules().stream()
            .filter(rule -> config.runs(rule.id()))
            .<ListedRule>map(
                rule -> rule.withSeverity(config.severityOf(rule.id(), rule.severity())))
            .filter(rule -> rule.severity().isAtLeast(floor))
            .toList());
  }

  /** Below which severity nothing is reported. */
  static Severity floor(ProjectConfig config, RunOptions options) {
    return options.floor().or(config::floor).orElse(Severity.INFO);
  }

  private static Loaded packed(RulePack pack, Set<Language> languages, SourceParser parser) {
    Set<String> folders = RuleResources.folders(languages);
    return new Loaded(
        pack.rules(file -> RuleResources.isIn(file, folders)),
        List.of(),
        pack.formulas(parser),
        List.of());
  }

  private static Loaded read(
      Optional<RuleText> models,
      List<RuleSource> own,
      boolean onlyOwn,
      Set<Language> languages,
      SourceParser parser) {
    List<RuleSource> sources = new ArrayList<>();
    sources.add(onlyOwn ? new ModelsOnly(builtIn()) : builtIn());
    sources.addAll(own);
    models.ifPresent(text -> sources.add(new ConfiguredModels(text)));
    RuleReading reading = RuleSource.read(sources, languages);
    if (models.isPresent()) {
      refuse(new RuleSetCompiler(reading.orThrow(), parser).problems());
    } else {
      checkPatterns(reading, own, languages, parser);
    }
    List<RuleText> texts = new ArrayList<>();
    sources.forEach(source -> texts.addAll(source.models(languages)));
    sources.forEach(source -> texts.addAll(source.rules(languages)));
    return new Loaded(
        reading.orThrow(),
        reading.notes().stream().map(Object::toString).toList(),
        FormulaCompiler.lazy(parser),
        texts);
  }

  /** The patterns of the user's own rules are tried before the first file is read. */
  private static void checkPatterns(
      RuleReading all, List<RuleSource> own, Set<Language> languages, SourceParser parser) {
    if (own.isEmpty()) {
      return;
    }
    Set<String> names =
        own.stream()
            .flatMap(source -> source.rules(languages).stream())
            .map(RuleText::name)
            .collect(Collectors.toSet());
    List<Rule> ownRules =
        all.orThrow().stream().filter(rule -> names.contains(rule.place().file())).toList();
    refuse(new RuleSetCompiler(ownRules, parser).problems());
  }

  private static void refuse(List<RuleProblem> problems) {
    if (!problems.isEmpty()) {
      throw new RulesInvalid(problems);
    }
  }

  /**
   * Rules, what is to be said of those that cannot run, and what compiles their formulas.
   *
   * @param formulas knows the patterns that were parsed before
   * @param texts all that the rules were read from; empty where the installation carries them
   */
  record Loaded(
      List<? extends ListedRule> rules,
      List<String> notes,
      FormulaCompiler formulas,
      List<RuleText> texts) {
    private Loaded with(List<ListedRule> chosen) {
      return new Loaded(chosen, notes, formulas, texts);
    }

    /** How many rules there are; one that differs by language counts once. */
    int count() {
      return (int) rules.stream().map(ListedRule::id).distinct().count();
    }

    /** The rules of these findings, by their ids. */
    SortedMap<String, Rule> of(List<Finding> findings) {
      Set<String> wanted = findings.stream().map(Finding::ruleId).collect(Collectors.toSet());
      SortedMap<String, Rule> found = new TreeMap<>();
      for (ListedRule rule : rules) {
        if (wanted.contains(rule.id()) && !found.containsKey(rule.id())) {
          found.put(rule.id(), rule.whole());
        }
      }
      return found;
    }
  }
}
