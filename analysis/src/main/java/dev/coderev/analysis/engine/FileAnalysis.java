package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.CompiledRule.Program;
import dev.coderev.analysis.engine.FileOutcome.Analysed;
import dev.coderev.analysis.engine.FileOutcome.CutRule;
import dev.coderev.analysis.engine.FileOutcome.Note;
import dev.coderev.analysis.engine.FileOutcome.Unparsable;
import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.pattern.Binding;
import dev.coderev.analysis.pattern.Bindings;
import dev.coderev.analysis.pattern.Deadline;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.pattern.Match;
import dev.coderev.analysis.project.DeclarationReader;
import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.resolve.PropertyFiles;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.taint.CompiledTaint;
import dev.coderev.analysis.taint.Omission;
import dev.coderev.analysis.taint.Site;
import dev.coderev.analysis.taint.TaintMatch;
import dev.coderev.analysis.taint.TaintResult;
import dev.coderev.analysis.tree.ParseNote;
import dev.coderev.analysis.tree.SyntaxTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The examination of one file by all rules for its language. Used once, by one thread. */
final class FileAnalysis {
  static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding finding) -> finding.place().range())
          .thenComparing(Finding::ruleId)
          .thenComparing(Finding::message);

  private final SourceFile file;
  private final SourceParser parser;
  private final AnalysisLimits limits;
  private final long bytes;
  private final PropertyFiles properties;
  private final List<Note> notes = new ArrayList<>();
  private final List<CutRule> cuts = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private Optional<SyntaxTree> tree = Optional.empty();
  private Optional<String> parseFailure = Optional.empty();
  private boolean parsed;
  private @Nullable FileContext context;

  /** When the time for the file is over; 0 before it began. */
  private long end;

  FileAnalysis(SourceFile file, long bytes, SourceParser parser, AnalysisLimits limits) {
    this(file, bytes, parser, limits, PropertyFiles.NONE);
  }

  /**
   * @param properties files of the project in which the code may look something up
   */
  FileAnalysis(
      SourceFile file,
      long bytes,
      SourceParser parser,
      AnalysisLimits limits,
      PropertyFiles properties) {
    this.properties = properties;
    this.file = file;
    this.bytes = bytes;
    this.parser = parser;
    this.limits = limits;
  }

  /** All rules, taint rules within the file. */
  FileOutcome run(LanguageRules rules, String readingNote) {
    run(rules.candidates(file.path(), file.text()), readingNote);
    return finish();
  }

  /**
   * All rules but those for taint, which need the rest of the project, and of those where they
   * begin and end.
   *
   * @param chances what the text of the file allows for
   * @param followed whether data may be followed through the file, so that others need to know it
   * @param number of the file in the project
   */
  FileDraft draft(
      LanguageRules rules,
      LanguageRules.Chances chances,
      boolean followed,
      String readingNote,
      int number) {
    BitSet now = (BitSet) chances.whole().clone();
    chances.whole().stream().filter(rule -> rules.rules().get(rule).isTaint()).forEach(now::clear);
    run(rules.chosen(now), readingNote);
    if (followed) {
      parse();
    }
    return drafted(rules, chances, number);
  }

  /** Only what the data flow of other files needs to know of this one. */
  FileDraft outline(LanguageRules rules, int number) {
    LanguageRules.Chances chances = rules.chances(file.path(), file.text());
    if (rules.rules().stream().anyMatch(RuleEntry::isTaint)) {
      parse();
    }
    return drafted(rules, chances, number);
  }

  private FileDraft drafted(LanguageRules rules, LanguageRules.Chances chances, int number) {
    if (!chances.sources().isEmpty() || !chances.sinks().isEmpty()) {
      parse();
    }
    Optional<FileDeclarations> declarations =
        tree.map(syntax -> DeclarationReader.read(number, syntax));
    List<TaintEnds> ends = tree.isPresent() ? ends(rules, chances, number) : List.of();
    return new FileDraft(number, file.language(), finish(), ends, declarations);
  }

  private List<TaintEnds> ends(LanguageRules rules, LanguageRules.Chances chances, int file) {
    List<TaintEnds> found = new ArrayList<>();
    BitSet asked = (BitSet) chances.sources().clone();
    asked.or(chances.sinks());
    asked.stream()
        .forEach(number -> {
          CompiledRule compiled = rules.rules().get(number).compiled();
          if (compiled.program() instanceof Program.Taint(CompiledTaint taint)) {
            List<TaintEnds> here = new ArrayList<>();
            limited(
                compiled.rule(),
                deadline ->
                    here.add(
                        new TaintEnds(
                            number,
                            chances.sources().get(number)
                                ? spots(file, taint.sources(context(), deadline))
                                : List.of(),
                            chances.sinks().get(number)
                                ? spots(file, taint.sinks(context(), deadline))
                                : List.of())));
            here.stream().filter(ends -> !ends.isEmpty()).forEach(found::add);
          }
        });
    return found;
  }

  private List<CallGraph.Spot> spots(int number, List<TextRange> ranges) {
    return TaintEnds.spots(number, context(), ranges);
  }

  /** The findings of taint rules that end in this file, with identities and suppressions. */
  FileOutcome withTaint(List<TaintFindings> all) {
    parse();
    for (TaintFindings found : all) {
      Collector collector = new Collector(found.rule(), context());
      for (TaintMatch match : found.matches()) {
        collector.add(match.sink().range(), match.bindings(), Optional.of(flow(match)));
      }
      collector.finish();
    }
    return finish();
  }

  /** What one rule found in this file. */
  record TaintFindings(Rule rule, List<TaintMatch> matches) {}

  private void run(List<CompiledRule> candidates, String readingNote) {
    if (!readingNote.isEmpty()) {
      notes.add(new Note(0, readingNote));
    }
    if (candidates.stream().anyMatch(CompiledRule::needsTree)) {
      parse();
    }
    for (CompiledRule rule : candidates) {
      if (!rule.needsTree() || tree.isPresent()) {
        limited(rule.rule(), deadline -> search(rule, context(), deadline));
      }
    }
  }

  /** The file as rules see it. */
  private FileContext context() {
    FileContext known = context;
    if (known == null) {
      known =
          tree.map(syntax -> FileContext.of(syntax, parser, properties))
              .orElseGet(() -> FileContext.textOnly(file));
      context = known;
    }
    return known;
  }

  /** Makes the tree, unless the language has none. */
  private void parse() {
    if (parsed || !file.language().isParsed()) {
      return;
    }
    parsed = true;
    try {
      tree = Optional.of(parser.parse(file));
      for (ParseNote note : tree.get().notes()) {
        notes.add(new Note(file.lineAt(note.range().start()), note.message(), note.omitted()));
      }
    } catch (ParseFailure e) {
      parseFailure = Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      parseFailure = Optional.of("the parser failed: " + e);
    }
  }

  /** Lets a rule take as long as it may. */
  private void limited(Rule rule, Consumer<Deadline> work) {
    if (end == 0) {
      end = System.nanoTime() + limits.perFile().toNanos();
    }
    RuleTime time = new RuleTime(limits, Duration.ofNanos(end - System.nanoTime()));
    if (time.isOver()) {
      cut(rule, time.exceeded());
      return;
    }
    try {
      work.accept(Deadline.after(time.given()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      cut(rule, time.reason(e));
    }
  }

  private void cut(Rule rule, String reason) {
    cuts.add(new CutRule(rule.id(), reason));
  }

  private void search(CompiledRule compiled, FileContext context, Deadline deadline) {
    Collector collector = new Collector(compiled.rule(), context);
    switch (compiled.program()) {
      case Program.Search(var formula) -> {
        for (Match match : formula.matches(context, deadline)) {
          collector.add(match.range(), match.bindings(), Optional.empty());
        }
      }
      case Program.Taint(var taint) -> {
        TaintResult result = taint.analyse(context, deadline);
        result.omissions().forEach(this::note);
        for (TaintMatch match : result.matches()) {
          collector.add(match.sink().range(), match.bindings(), Optional.of(flow(match)));
        }
      }
    }
    collector.finish();
  }

  private TaintFlow flow(TaintMatch match) {
    List<TaintFlow.Step> steps = new ArrayList<>();
    steps.add(step(TaintFlow.Role.SOURCE, match.source(), "enters here"));
    for (TaintMatch.Step step : match.steps()) {
      steps.add(step(TaintFlow.Role.STEP, step.site(), step.note()));
    }
    Site sink = new Site(match.file(), match.sink().range());
    steps.add(step(TaintFlow.Role.SINK, sink, "is used here"));
    return new TaintFlow(steps);
  }

  /** Whether the file alone can show what becomes of a flow. */
  private boolean staysHere(TaintFlow flow) {
    return flow.steps().stream().allMatch(step -> step.place().path().equals(file.path()));
  }

  private static TaintFlow.Step step(TaintFlow.Role role, Site site, String note) {
    return new TaintFlow.Step(role, Place.of(site.file(), site.range()), note);
  }

  /** Notes once what several rules may have left out. */
  private void note(Omission omission) {
    Note note = new Note(omission.line(), omission.reason());
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  /** The findings of one rule: each range and message once, and not too many. */
  private final class Collector {
    private final Rule rule;
    private final FileContext context;
    private final FixRendering fixes = new FixRendering(file);
    private final Set<Seen> seen = new HashSet<>();
    private int left;
    private boolean tooMany;

    private record Seen(TextRange range, String message) {}

    Collector(Rule rule, FileContext context) {
      this.rule = rule;
      this.context = context;
      this.left = limits.findingsPerRuleAndFile();
      if (rule.options().get("max_match_per_file") instanceof Long most) {
        this.left = Math.clamp(most, 0, left);
      }
    }

    void add(TextRange range, Bindings bindings, Optional<TaintFlow> flow) {
      MetavariableText texts = new MetavariableText(context, bindings);
      String message = texts.message(rule.message());
      if (!seen.add(new Seen(range, message))) {
        return;
      }
      if (left == 0) {
        tooMany = true;
        return;
      }
      left--;
      boolean provable = flow.stream().allMatch(FileAnalysis.this::staysHere);
      List<TextEdit> edits =
          rule.fix()
              .filter(_ -> provable)
              .map(fix -> fixes.edits(fix, range, texts))
              .orElse(List.of());
      findings.add(
          new Finding(
              rule.id(),
              rule.severity(),
              rule.confidence(),
              Place.of(file, range),
              message,
              "",
              texts(bindings),
              flow,
              edits,
              Optional.empty()));
    }

    private static Map<String, String> texts(Bindings bindings) {
      Map<String, String> texts = new LinkedHashMap<>();
      bindings.forEach((String name, Binding binding) -> texts.put(name, binding.text()));
      return texts;
    }

    void finish() {
      if (tooMany) {
        cut(rule, "more than " + limits.findingsPerRuleAndFile() + " findings in this file");
      }
    }
  }

  private FileOutcome finish() {
    if (!findings.isEmpty()) {
      parse();
    }
    findings.sort(BY_PLACE);
    Fingerprints fingerprints = new Fingerprints(file, tree);
    findings.replaceAll(finding ->
        finding.withFingerprint(fingerprints.of(finding.ruleId(), finding.place().range())));
    if (!findings.isEmpty() && Suppressions.mayOccurIn(file.text())) {
      suppress();
    }
    return parseFailure.isPresent()
        ? new Unparsable(file.path(), file.language(), bytes, parseFailure.get(), findings)
        : new Analysed(
            file.path(), file.language(), bytes, file.lineCount(), findings, notes, cuts);
  }

  private void suppress() {
    Suppressions suppressions = tree.map(Suppressions::of).orElseGet(() -> Suppressions.of(file));
    notes.addAll(suppressions.notes());
    findings.replaceAll(finding ->
        suppressions
            .of(finding.ruleId(), finding.place().start().line())
            .map(finding::withSuppression)
            .orElse(finding));
  }
}
