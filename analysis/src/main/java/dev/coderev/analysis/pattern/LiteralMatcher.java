package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.pattern.PatternNode.Content;
import dev.coderev.analysis.resolve.Constant;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.Optional;

/** Matches literals of a pattern against literals and against what is known to be constant. */
final class LiteralMatcher {
  private final FileContext context;
  private final SyntaxTree tree;
  private final Slots slots;
  private final MatchOptions options;
  private final Deadline deadline;

  LiteralMatcher(FileContext context, Slots slots, MatchOptions options, Deadline deadline) {
    this.context = context;
    this.tree = context.syntax();
    this.slots = slots;
    this.options = options;
    this.deadline = deadline;
  }

  boolean match(PatternNode p, int t, Kind kind, Next next) {
    if (kind != p.kind && isQuotedValue(p, t, kind)) {
      return next.run();
    }
    return p.kind == Kind.STRING ? string(p, t, kind, next) : value(p, t, kind, next);
  }

  /** {@code "true"} and {@code true} are the same in HCL. */
  private boolean isQuotedValue(PatternNode p, int t, Kind kind) {
    return tree.file().language() == Language.HCL
        && Kinds.isLiteral(kind)
        && p.content == Content.EXACT
        && p.symbol.equals(tree.symbol(t));
  }

  private boolean string(PatternNode p, int t, Kind kind, Next next) {
    if (kind == Kind.STRING) {
      return content(p, t, tree.symbol(t), next);
    }
    if (kind == Kind.IDENTIFIER && tree.role(t) == Role.KEY) {
      return content(p, t, tree.symbol(t), next);
    }
    if (kind == Kind.TEMPLATE && p.content == Content.ANY && (p.isTemplate() || isText(t))) {
      return next.run();
    }
    if (!options.constantPropagation() || Kinds.isLiteral(kind)) {
      return false;
    }
    Optional<Constant> constant = context.constants().of(t);
    if (constant.isEmpty()) {
      return false;
    }
    return switch (constant.get()) {
      case Constant.Text(String text) -> content(p, t, text, next);
      case Constant.SomeText() -> p.content == Content.ANY && next.run();
      default -> false;
    };
  }

  /** Whether nothing is computed in the template, or its language has it as a plain text. */
  private boolean isText(int t) {
    Language language = tree.file().language();
    if (language == Language.SCALA || language == Language.HCL || language == Language.CSHARP) {
      return true;
    }
    for (int part = tree.firstChild(t); part != NONE; part = tree.nextSibling(part)) {
      if (!tree.is(part, Kind.STRING)) {
        return false;
      }
    }
    return true;
  }

  private boolean content(PatternNode p, int t, String text, Next next) {
    return switch (p.content) {
      case ANY -> next.run();
      case EXACT -> p.symbol.equals(text) && next.run();
      case REGEX ->
          p.regex != null && p.regex.matcher(new DeadlineText(text, deadline)).find() && next.run();
      case BOUND -> {
        if (p.slot == PatternNode.NO_SLOT) {
          yield next.run();
        }
        int quotes = tree.is(t, Kind.STRING) ? quotes(t) : 0;
        int end = Math.max(tree.start(t) + quotes, tree.end(t) - quotes);
        yield slots.text(p.slot, Math.min(tree.start(t) + quotes, end), end, text, next);
      }
    };
  }

  /** A regular expression between slashes. */
  boolean matchRegex(PatternNode p, int t, Next next) {
    String symbol = tree.symbol(t);
    return switch (p.content) {
      case ANY -> next.run();
      case BOUND -> {
        int start = tree.start(t) + 1;
        yield p.slot == PatternNode.NO_SLOT
            ? next.run()
            : slots.text(
                p.slot, start, Math.min(start + symbol.length(), tree.end(t)), symbol, next);
      }
      case EXACT, REGEX -> symbol.equals(p.symbol) && next.run();
    };
  }

  /** {@code f"..."}: only strings that are formatted, too. */
  boolean matchFormatted(PatternNode p, int t, Kind kind, Next next) {
    boolean formatted =
        kind == Kind.TEMPLATE
            || (kind == Kind.STRING && (tree.file().text().charAt(tree.start(t)) | 0x20) == 'f');
    if (!formatted) {
      return false;
    }
    return p.content == Content.ANY
        ? next.run()
        : kind == Kind.STRING && content(p, t, tree.symbol(t), next);
  }

  /** How many characters stand for the closing quote. */
  private int quotes(int t) {
    String text = tree.file().text();
    int end = tree.end(t);
    char last = end > 0 ? text.charAt(end - 1) : ' ';
    if (last != '"' && last != '\'' && last != '`') {
      return 0;
    }
    boolean triple =
        end - tree.start(t) >= 6 && text.charAt(end - 2) == last && text.charAt(end - 3) == last;
    return triple ? 3 : 1;
  }

  private boolean value(PatternNode p, int t, Kind kind, Next next) {
    if (kind == p.kind && tree.symbol(t).equals(p.symbol)) {
      return next.run();
    }
    if (!options.constantPropagation() && kind != p.kind) {
      return false;
    }
    if (kind == Kind.STRING) {
      return false;
    }
    Optional<Constant> wanted = constantOf(p);
    return wanted.isPresent() && wanted.equals(context.constants().of(t)) && next.run();
  }

  /** {@code -1} in a pattern against what is known to be that. */
  boolean matchNegative(PatternNode p, int t, Next next) {
    if (!p.symbol.equals("-") || p.children.size() != 1 || !options.constantPropagation()) {
      return false;
    }
    Optional<Constant> wanted = constantOf(p.children.getFirst());
    if (wanted.isEmpty() || !(wanted.get() instanceof Constant.Whole(long whole))) {
      return false;
    }
    return context.constants().of(t).equals(Optional.of(new Constant.Whole(-whole))) && next.run();
  }

  private static Optional<Constant> constantOf(PatternNode p) {
    return switch (p.kind) {
      case NUMBER -> Constant.ofNumber(p.symbol);
      case BOOLEAN -> Optional.of(new Constant.Truth(p.symbol.equals("true")));
      default -> Optional.empty();
    };
  }
}
