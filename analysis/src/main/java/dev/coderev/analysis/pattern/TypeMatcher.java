package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.resolve.TypeRef;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import java.util.Optional;

/** Matches the type of a typed metavariable against the static type of an expression. */
final class TypeMatcher {
  private final FileContext context;
  private final CodeMatcher matcher;

  TypeMatcher(FileContext context, CodeMatcher matcher) {
    this.context = context;
    this.matcher = matcher;
  }

  boolean match(PatternNode type, int expression, Next next) {
    Kind kind = context.syntax().kind(expression);
    if (!Kinds.isExpression(kind)) {
      return false;
    }
    Optional<TypeRef> found = context.types().of(expression);
    if (found.isEmpty()) {
      return false;
    }
    TypeRef given = found.get();
    return match(type, given, next)
        || (context.types().isBelow(given, type.dotted) && next.run())
        || (isGoPointer(type, given) && match(type.children.getFirst(), given, next));
  }

  /** Whether Go's {@code *T} meets the type of a literal, as in {@code x := &T{}}. */
  private boolean isGoPointer(PatternNode type, TypeRef given) {
    return context.file().language() == Language.GO
        && type.is(Kind.POINTER_TYPE)
        && given.node() != NONE
        && !context.syntax().is(given.node(), Kind.POINTER_TYPE);
  }

  private boolean match(PatternNode type, TypeRef given, Next next) {
    if (given.node() != NONE && matcher.type(type, given.node(), next)) {
      return true;
    }
    if (type.dotted.isEmpty()) {
      return false;
    }
    String full = context.types().fullName(given);
    boolean same =
        given.node() == NONE
            ? TypeNames.sameLiteral(type.dotted, given.name())
            : TypeNames.same(type.dotted, full)
                && (context.syntax().is(given.node(), Kind.IDENTIFIER)
                    || context.syntax().is(given.node(), Kind.MEMBER));
    return same && next.run();
  }
}
