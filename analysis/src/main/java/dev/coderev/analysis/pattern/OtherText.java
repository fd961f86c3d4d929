package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.rule.Condition.PatternLanguage;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code metavariable-pattern} with a language of its own: what is bound is read as other text. */
final class OtherText {
  private OtherText() {}

  static Optional<Collection<Bindings>> matches(
      FileContext context,
      PatternLanguage language,
      FormulaNode formula,
      Binding binding,
      Ranged range,
      Deadline deadline) {
    Optional<String> text = textFor(context, language, binding);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<FileContext> inner = contextFor(context, language, text.get());
    if (inner.isEmpty()) {
      return Optional.empty();
    }
    Ranged scope =
        new Ranged(
            new TextRange(0, inner.get().file().text().length()),
            NONE,
            detached(range.bindings()),
            Ranged.Origin.PATTERN);
    List<Ranged> found =
        new FormulaEvaluator(inner.get(), deadline, Optional.of(scope)).ranges(formula);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Collection<Bindings> added = new ArrayList<>();
    for (Ranged one : found) {
      added.add(shifted(one.bindings(), binding.range()));
    }
    return Optional.of(added);
  }

  private static Optional<String> textFor(
      FileContext context, PatternLanguage language, Binding binding) {
    boolean text =
        !binding.isNode()
            || context.tree().isEmpty()
            || context.syntax().is(binding.node(), Kind.STRING);
    if (text || context.constants().textOf(binding.node()).isPresent()) {
      return Optional.of(ConditionTests.contentOf(context, binding));
    }
    return language instanceof PatternLanguage.Generic
        ? Optional.of(binding.text())
        : language instanceof PatternLanguage.RegexOnly
            ? Optional.of(binding.text())
            : Optional.empty();
  }

  private static Optional<FileContext> contextFor(
      FileContext context, PatternLanguage language, String text) {
    if (!(language instanceof PatternLanguage.Code(Language code))) {
      return Optional.of(
          FileContext.textOnly(new SourceFile(context.file().path(), Language.TEXT, text)));
    }
    Optional<SourceParser> parser = context.parser();
    if (parser.isEmpty()) {
      return Optional.empty();
    }
    String whole = code == Language.PHP ? "<?php " + text : text;
    try {
      return Optional.of(
          FileContext.of(
              parser.get().parse(new SourceFile(context.file().path(), code, whole)),
              parser.get()));
    } catch (ParseFailure _) {
      return Optional.empty();
    }
  }

  /** Nodes of the outer tree mean nothing in the inner one: only their text is compared. */
  private static Bindings detached(Bindings bindings) {
    Map<String, Binding> result = new LinkedHashMap<>();
    bindings.forEach(
        (name, binding) -> result.put(name, new Binding(NONE, binding.range(), binding.text())));
    return Bindings.of(result);
  }

  private static Bindings shifted(Bindings bindings, TextRange where) {
    Map<String, Binding> result = new LinkedHashMap<>();
    bindings.forEach((name, binding) -> result.put(name, new Binding(NONE, where, binding.text())));
    return Bindings.of(result);
  }
}
