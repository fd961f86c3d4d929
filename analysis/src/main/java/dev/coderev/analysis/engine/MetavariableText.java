package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.Binding;
import dev.coderev.analysis.pattern.Bindings;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.resolve.Constant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages and fixes with their metavariables filled in: {@code $X} by its source text, {@code
 * value($X)} by the constant it is known to be.
 */
final class MetavariableText {
  private static final Pattern HOLE =
      Pattern.compile(
          "value\\((\\$(?:\\.\\.\\.)?[A-Z_][A-Z0-9_]*)\\)"
              + "|(\\$(?:\\.\\.\\.)?[A-Z_][A-Z0-9_]*|\\$[0-9]+)");
  private static final int LONGEST_IN_MESSAGE = 100;

  private final FileContext context;
  private final Bindings bindings;

  MetavariableText(FileContext context, Bindings bindings) {
    this.context = context;
    this.bindings = bindings;
  }

  /** Texts are put on one line and shortened, so that a message stays readable. */
  String message(String template) {
    return filled(template, MetavariableText::shown);
  }

  /** Texts stay as they are. */
  String code(String template) {
    return filled(template, UnaryOperator.identity());
  }

  private static String shown(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_IN_MESSAGE
        ? line
        : line.substring(0, LONGEST_IN_MESSAGE - 1) + "…";
  }

  private String filled(String template, UnaryOperator<String> shape) {
    if (template.indexOf('$') < 0) {
      return template;
    }
    Matcher matcher = HOLE.matcher(template);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      out.append(template, from, matcher.start());
      out.append(
          matcher.group(1) != null
              ? value(matcher.group(1)).map(shape).orElse(matcher.group())
              : named(matcher.group(2), shape));
      from = matcher.end();
    }
    return out.append(template, from, template.length()).toString();
  }

  /** The longest bound name that the text begins with is replaced. */
  private String named(String written, UnaryOperator<String> shape) {
    for (int length = written.length(); length > 1; length--) {
      Optional<Binding> binding = bindings.get(written.substring(0, length));
      if (binding.isPresent()) {
        return shape.apply(binding.get().text()) + written.substring(length);
      }
    }
    return written;
  }

  private Optional<String> value(String name) {
    Optional<Binding> binding = bindings.get(name);
    if (binding.isPresent() && binding.get().isNode() && context.tree().isPresent()) {
      Optional<Constant> constant = context.constants().of(binding.get().node());
      if (constant.isPresent()) {
        return Optional.of(constant.get().show());
      }
    }
    return binding.map(Binding::text);
  }
}
