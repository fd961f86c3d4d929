package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.RuleEntry.Requirements;
import dev.coderev.analysis.pack.PackOutput;
import dev.coderev.analysis.pack.PackTexts;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.pattern.FormulaCompiler;
import dev.coderev.analysis.pattern.RequirementTable;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleMode;
import dev.coderev.analysis.rulepack.RuleWriter;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What makes a {@link RulePack}: compiles rules for all their languages, parses every pattern. */
public final class RulePackWriter {
  private final PackTexts texts = new PackTexts();
  private final FormulaCompiler formulas;
  private final RequirementTable.Writer requirements = new RequirementTable.Writer(texts);
  private final PackOutput list = new PackOutput(texts);
  private final PackOutput bodies = new PackOutput(texts);

  private RulePackWriter(FormulaCompiler formulas) {
    this.formulas = formulas;
  }

  /**
   * The pack of these rules.
   *
   * @param origin what {@link RulePack#open} must be given to accept it
   */
  public static byte[] write(List<Rule> rules, SourceParser parser, byte[] origin) {
    return write(rules, FormulaCompiler.lazy(parser), origin);
  }

  /**
   * The pack of these rules, with the patterns as this compiler reads them.
   *
   * @param formulas a {@linkplain FormulaCompiler#lazy lazy} one that was not used before
   */
  public static byte[] write(List<Rule> rules, FormulaCompiler formulas, byte[] origin) {
    return new RulePackWriter(formulas).pack(rules, origin);
  }

  private byte[] pack(List<Rule> rules, byte[] origin) {
    list.list(rules, this::add);
    PackOutput patterns = new PackOutput(texts);
    formulas.writePatterns(texts, patterns);
    PackOutput table = new PackOutput(texts);
    requirements.writeTo(table);
    byte[] words = texts.table();
    List<byte[]> parts =
        List.of(words, table.bytes(), patterns.bytes(), list.bytes(), bodies.bytes());
    PackOutput file = new PackOutput(texts);
    file.fixed(RulePack.MAGIC);
    file.fixed(0);
    file.fixed(origin.length);
    file.raw(origin);
    file.fixed(texts.size());
    int offset = file.size() + 4 * parts.size();
    for (byte[] part : parts) {
      file.fixed(offset);
      offset += part.length;
    }
    parts.forEach(file::raw);
    byte[] bytes = file.bytes();
    int sum = RulePack.checksum(bytes);
    for (int i = 0; i < 4; i++) {
      bytes[4 + i] = (byte) (sum >>> (24 - 8 * i));
    }
    return bytes;
  }

  private void add(Rule rule) {
    list.text(rule.id());
    list.text(rule.place().file());
    list.flag(rule.mode() instanceof RuleMode.Taint);
    list.constant(rule.severity());
    list.number(bodies.size());
    list.texts(rule.paths().include());
    list.texts(rule.paths().exclude());
    new RuleWriter(bodies).write(rule);
    Map<List<Integer>, List<Language>> byRequirement = new LinkedHashMap<>();
    for (Language language : rule.languages().stream().sorted().toList()) {
      Requirements needed = Requirements.of(RuleSetCompiler.compile(rule, language, formulas));
      List<Integer> numbers =
          Stream.of(needed.whole(), needed.source(), needed.sink())
              .map(requirements::idOf)
              .toList();
      byRequirement.computeIfAbsent(numbers, _ -> new ArrayList<>()).add(language);
    }
    list.list(
        byRequirement.entrySet(),
        run -> {
          run.getKey().forEach(list::number);
          list.list(run.getValue(), list::constant);
        });
  }
}
