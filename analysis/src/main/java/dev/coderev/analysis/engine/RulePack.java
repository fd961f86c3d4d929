package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.RuleEntry.Requirements;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.pattern.FormulaCompiler;
import dev.coderev.analysis.pattern.RequirementTable;
import dev.coderev.analysis.rule.ListedRule;
import dev.coderev.analysis.rule.PathFilter;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rulepack.RuleDecoder;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.zip.CRC32;

/**
 * Rules that were read and whose patterns were parsed earlier, in one run of bytes: a list of them
 * with what each requires of a file, and behind it the rules and patterns, read one by one when a
 * file meets the requirement. Safe to share.
 *
 * <p>Made by {@link RulePackWriter}, and tied to what it was made from: rules, parsers, libraries.
 *
 * <pre>
 * magic, checksum of the rest, origin
 * number and offset of the texts, offsets of requirements, patterns, list and rules
 * </pre>
 */
public final class RulePack {
  static final int MAGIC = 0x43525031;
  static final int HEADER = 12;
  private static final Language[] LANGUAGES = Language.values();
  private static final Severity[] SEVERITIES = Severity.values();

  private final PackInput pack;
  private final RequirementTable.Reader requirements;
  private final int patterns;
  private final List<Entry> entries;

  private RulePack(byte[] bytes, int afterOrigin) {
    PackInput head = PackInput.of(bytes, 0, 0).at(afterOrigin);
    int count = head.fixed();
    this.pack = PackInput.of(bytes, head.fixed(), count);
    this.requirements = new RequirementTable.Reader(pack, head.fixed());
    this.patterns = head.fixed();
    PackInput list = pack.at(head.fixed());
    int rules = head.fixed();
    this.entries = list.list(in -> new Entry(in, rules));
  }

  /**
   * The pack in these bytes, unless they are damaged or were made from something else.
   *
   * @param origin what it must have been made from, in the words of its maker
   */
  public static Optional<RulePack> open(byte[] bytes, byte[] origin) {
    int after = HEADER + origin.length;
    if (bytes.length < after
        || PackInput.fixed(bytes, 0) != MAGIC
        || PackInput.fixed(bytes, 4) != checksum(bytes)
        || PackInput.fixed(bytes, 8) != origin.length) {
      return Optional.empty();
    }
    for (int i = 0; i < origin.length; i++) {
      if (bytes[HEADER + i] != origin[i]) {
        return Optional.empty();
      }
    }
    return Optional.of(new RulePack(bytes, after));
  }

  static int checksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 8, bytes.length - 8);
    return (int) sum.getValue();
  }

  /** The rules of the files, as their sources name them, that are wanted; in the order of files. */
  public List<ListedRule> rules(Predicate<String> wanted) {
    List<ListedRule> rules = new ArrayList<>();
    String last = "";
    boolean take = false;
    for (Entry entry : entries) {
      if (!entry.file.equals(last)) {
        last = entry.file;
        take = wanted.test(last);
      }
      if (take) {
        rules.add(new Packed(this, entry, entry.severity));
      }
    }
    return rules;
  }

  /** A compiler that takes from here the patterns that are here. */
  public FormulaCompiler formulas(SourceParser parser) {
    return FormulaCompiler.packed(pack, patterns, parser);
  }

  /** One line of the list. */
  private static final class Entry {
    final String id;
    final String file;
    final boolean taint;
    final Severity severity;
    final int offset;
    final PathFilter paths;
    final Set<Language> languages = EnumSet.noneOf(Language.class);

    /** By language, where it is one of the rule's: three for each. */
    private final int[] requirements = new int[3 * LANGUAGES.length];

    Entry(PackInput in, int rules) {
      id = in.text();
      file = in.text();
      taint = in.flag();
      severity = SEVERITIES[in.number()];
      offset = rules + in.number();
      paths = new PathFilter(in.texts(), in.texts());
      for (int runs = in.number(); runs > 0; runs--) {
        int whole = in.number();
        int source = in.number();
        int sink = in.number();
        for (int left = in.number(); left > 0; left--) {
          Language language = LANGUAGES[in.number()];
          languages.add(language);
          requirements[3 * language.ordinal()] = whole;
          requirements[3 * language.ordinal() + 1] = source;
          requirements[3 * language.ordinal() + 2] = sink;
        }
      }
    }

    Requirements requirements(Language language, RequirementTable.Reader table) {
      int first = 3 * language.ordinal();
      return new Requirements(
          table.requirement(requirements[first]),
          table.requirement(requirements[first + 1]),
          table.requirement(requirements[first + 2]));
    }
  }

  /** A rule of a pack. */
  static final class Packed implements ListedRule {
    private final RulePack pack;
    private final Entry entry;
    private final Severity severity;

    private Packed(RulePack pack, Entry entry, Severity severity) {
      this.pack = pack;
      this.entry = entry;
      this.severity = severity;
    }

    @Override
    public String id() {
      return entry.id;
    }

    @Override
    public Set<Language> languages() {
      return entry.languages;
    }

    @Override
    public Severity severity() {
      return severity;
    }

    @Override
    public ListedRule withSeverity(Severity other) {
      return other == severity ? this : new Packed(pack, entry, other);
    }

    @Override
    public Rule whole() {
      Rule rule = RuleDecoder.rule(pack.pack.at(entry.offset));
      return rule.severity() == severity ? rule : rule.withSeverity(severity);
    }

    RuleEntry entry(Language language, Supplier<CompiledRule> compile) {
      return new RuleEntry(
          entry.id,
          entry.taint,
          entry.requirements(language, pack.requirements),
          entry.paths,
          compile);
    }
  }
}
