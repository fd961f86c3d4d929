package dev.coderev.analysis.pattern;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.pack.PackOutput;
import dev.coderev.analysis.pack.PackTexts;
import dev.coderev.analysis.pattern.CodePattern.Form;
import dev.coderev.analysis.pattern.FormulaCompiler.Setting;
import dev.coderev.analysis.pattern.PatternNode.Content;
import dev.coderev.analysis.rule.RulePlace;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parsed patterns in the binary form of a pack: a hash table with open addressing whose entries are
 * offsets of patterns. A pattern that its language cannot read is there with what is wrong.
 *
 * <pre>
 * table    number of slots (a power of two), then for each the offset of a pattern, or -1
 * pattern  language, options, inside, text, then the problem or the nodes
 * </pre>
 */
final class PatternPack implements PatternReading {
  private static final int EMPTY = -1;
  private static final Form[] FORMS = Form.values();
  private static final Kind[] KINDS = Kind.values();
  private static final Role[] ROLES = Role.values();
  private static final Content[] CONTENTS = Content.values();

  private final PackInput pack;
  private final int table;
  private final int slots;
  private final PatternReading others;

  /**
   * @param table where it stands in {@code pack}
   * @param others for patterns that are not in the pack
   */
  PatternPack(PackInput pack, int table, PatternReading others) {
    this.pack = pack;
    this.table = table + 4;
    this.slots = pack.at(table).fixed();
    this.others = others;
  }

  @Override
  public CodePattern read(String text, RulePlace place, Setting setting, boolean inside) {
    int bits = setting.options().bits();
    int slot = hash(text, setting.language(), bits, inside) & (slots - 1);
    int offset = pack.at(table + 4 * slot).fixed();
    while (offset != EMPTY) {
      PackInput in = pack.at(table + 4 * slots + offset);
      if (in.number() == setting.language().ordinal()
          && in.number() == bits
          && in.flag() == inside
          && in.text().equals(text)) {
        return pattern(in, text, place, setting, inside);
      }
      slot = (slot + 1) & (slots - 1);
      offset = pack.at(table + 4 * slot).fixed();
    }
    return others.read(text, place, setting, inside);
  }

  private static CodePattern pattern(
      PackInput in, String text, RulePlace place, Setting setting, boolean inside) {
    if (in.flag()) {
      throw new PatternSyntaxProblem(place, in.text());
    }
    return new CodePattern(
        text,
        setting.language(),
        setting.options(),
        FORMS[in.number()],
        in.list(PatternPack::node),
        in.texts(),
        inside);
  }

  private static PatternNode node(PackInput in) {
    Kind kind = KINDS[in.number()];
    Role role = ROLES[in.number()];
    String symbol = in.text();
    String rawType = in.text();
    int slot = in.number() - 1;
    Content content = CONTENTS[in.number()];
    Pattern regex = in.flag() ? Pattern.compile(in.text(), in.number()) : null;
    return new PatternNode(
        kind, role, symbol, rawType, in.list(PatternPack::node), slot, content, regex);
  }

  private static int hash(String text, Language language, int options, boolean inside) {
    int hash = ((text.hashCode() * 31 + language.ordinal()) * 31 + options) * 2 + (inside ? 1 : 0);
    return hash ^ (hash >>> 15);
  }

  /** Writes patterns and the table that finds them. */
  static void write(List<LazyPattern> patterns, PackTexts texts, PackOutput out) {
    int slots = Integer.highestOneBit(Math.max(1, patterns.size())) * 4;
    int[] table = new int[slots];
    Arrays.fill(table, EMPTY);
    PackOutput entries = new PackOutput(texts);
    for (LazyPattern pattern : patterns) {
      int bits = pattern.setting().options().bits();
      Language language = pattern.setting().language();
      int slot = hash(pattern.text(), language, bits, pattern.isInside()) & (slots - 1);
      while (table[slot] != EMPTY) {
        slot = (slot + 1) & (slots - 1);
      }
      table[slot] = entries.size();
      entries.number(language.ordinal());
      entries.number(bits);
      entries.flag(pattern.isInside());
      entries.text(pattern.text());
      write(pattern, entries);
    }
    out.fixed(slots);
    for (int offset : table) {
      out.fixed(offset);
    }
    out.raw(entries.bytes());
  }

  private static void write(LazyPattern lazy, PackOutput out) {
    CodePattern pattern;
    try {
      pattern = lazy.parsed();
    } catch (PatternSyntaxProblem problem) {
      out.flag(true);
      out.text(problem.problem());
      return;
    }
    out.flag(false);
    out.constant(pattern.form());
    out.list(pattern.roots(), root -> write(root, out));
    out.texts(pattern.metavariables());
  }

  private static void write(PatternNode node, PackOutput out) {
    out.constant(node.kind);
    out.constant(node.role);
    out.text(node.symbol);
    out.text(node.rawType);
    out.number(node.slot + 1);
    out.constant(node.content);
    Pattern regex = node.regex;
    out.flag(regex != null);
    if (regex != null) {
      out.text(regex.pattern());
      out.number(regex.flags());
    }
    out.list(node.children, child -> write(child, out));
  }
}
