package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.resolve.Names;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;

/** Matches names and dotted names, as written and as the file's imports say. */
final class NameMatcher {
  private final CodeMatcher matcher;
  private final SyntaxTree tree;
  private final Language language;
  private final Names names;
  private final Slots slots;

  NameMatcher(CodeMatcher matcher, FileContext context, Slots slots) {
    this.matcher = matcher;
    this.tree = context.syntax();
    this.language = tree.file().language();
    this.names = context.names();
    this.slots = slots;
  }

  boolean name(PatternNode p, int t, Kind kind, Next next) {
    if (p.kind == Kind.IDENTIFIER) {
      return identifier(p, t, kind, next);
    }
    return switch (kind) {
      case MEMBER -> member(p, t, next);
      case IDENTIFIER -> bareMember(p, t, next);
      case GENERIC_TYPE -> {
        int type = tree.child(t, Role.TYPE);
        yield type != NONE && matcher.match(p, type, next);
      }
      case CALL -> isScript() && bareMember(p, t, next);
      default -> false;
    };
  }

  private boolean isScript() {
    return language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
  }

  private boolean identifier(PatternNode p, int t, Kind kind, Next next) {
    return switch (kind) {
      case IDENTIFIER -> {
        boolean matches =
            tree.symbol(t).equals(p.symbol)
                || (isCaseless() && tree.symbol(t).equalsIgnoreCase(p.symbol))
                || names.qualified(t).equals(p.symbol);
        yield matches && next.run();
      }
      case GENERIC_TYPE -> {
        int type = tree.child(t, Role.TYPE);
        yield type != NONE && matcher.match(p, type, next);
      }
      case ATOM -> language == Language.RUBY && tree.symbol(t).equals(p.symbol) && next.run();
      case STRING -> tree.role(t) == Role.KEY && tree.symbol(t).equals(p.symbol) && next.run();
      case CALL -> {
        if (isScript()) {
          yield names.qualified(t).equals(p.symbol) && next.run();
        }
        int callee = tree.child(t, Role.CALLEE);
        yield language == Language.RUBY
            && callee != NONE
            && tree.is(callee, Kind.IDENTIFIER)
            && tree.symbol(callee).equals(p.symbol)
            && hasNoArguments(t)
            && next.run();
      }
      default -> false;
    };
  }

  private boolean hasNoArguments(int call) {
    int arguments = tree.child(call, Role.ARGUMENTS);
    return arguments == NONE || tree.isLeaf(arguments);
  }

  private boolean isCaseless() {
    return language == Language.PHP;
  }

  private boolean member(PatternNode p, int t, Next next) {
    PatternNode pName = p.child(Role.NAME);
    PatternNode pObject = p.child(Role.OBJECT);
    int name = tree.child(t, Role.NAME);
    int object = tree.child(t, Role.OBJECT);
    if (pName == null || pObject == null || name == NONE || object == NONE) {
      return false;
    }
    if (pName.is(Kind.ELLIPSIS)) {
      return chain(pObject, t, next);
    }
    if (pName.is(Kind.IDENTIFIER)
        && tree.is(name, Kind.IDENTIFIER)
        && !pName.symbol.equals(tree.symbol(name))) {
      return !p.dotted.isEmpty() && names.isCalled(t, p.dotted) && next.run();
    }
    if (isChain(pObject)) {
      PatternNode base = pObject.children.getFirst();
      return matcher.match(pName, name, () -> chain(base, object, next));
    }
    if (!p.dotted.isEmpty()) {
      boolean written = names.written(t).equals(p.dotted);
      if (written || names.isCalled(t, p.dotted)) {
        return next.run();
      }
    }
    return matcher.match(pName, name, () -> matcher.match(pObject, object, next));
  }

  private static boolean isChain(PatternNode node) {
    PatternNode name = node.is(Kind.MEMBER) ? node.child(Role.NAME) : null;
    return name != null && name.is(Kind.ELLIPSIS);
  }

  /** {@code base . ...}: tries the base on {@code t} and on every receiver below it. */
  private boolean chain(PatternNode base, int t, Next next) {
    int at = t;
    while (at != NONE) {
      if (matcher.match(base, at, next)) {
        return true;
      }
      at = receiver(at);
    }
    return false;
  }

  private int receiver(int node) {
    return switch (tree.kind(node)) {
      case MEMBER, INDEX -> tree.child(node, Role.OBJECT);
      case CALL -> {
        int callee = tree.child(node, Role.CALLEE);
        yield callee != NONE && tree.is(callee, Kind.MEMBER)
            ? tree.child(callee, Role.OBJECT)
            : NONE;
      }
      case CAST, AWAIT -> tree.child(node, Role.VALUE);
      default -> NONE;
    };
  }

  /** {@code m.f}, {@code m.$F} or {@code $X.f} on a name that was imported as {@code m.f}. */
  boolean bareMember(PatternNode p, int t, Next next) {
    if (!p.dotted.isEmpty()) {
      return names.isCalled(t, p.dotted) && next.run();
    }
    PatternNode pName = p.child(Role.NAME);
    PatternNode pObject = p.child(Role.OBJECT);
    if (pName == null || pObject == null) {
      return false;
    }
    String full = names.qualified(t);
    int dot = full.lastIndexOf('.');
    if (pName.isMetavariable() && !pObject.isMetavariable()) {
      return dot > 0 && full.substring(0, dot).equals(path(pObject)) && named(pName, full, t, next);
    }
    if (!pObject.isMetavariable()) {
      return false;
    }
    if (dot < 0
        || !pName.is(Kind.IDENTIFIER)
        || !pName.symbol.equals(full.substring(dot + 1))
        || full.startsWith("java.lang.")) {
      return false;
    }
    return pObject.slot == PatternNode.NO_SLOT
        ? next.run()
        : slots.text(pObject.slot, tree.start(t), tree.end(t), full.substring(0, dot), next);
  }

  private boolean named(PatternNode name, String full, int t, Next next) {
    String last = full.substring(full.lastIndexOf('.') + 1);
    return name.slot == PatternNode.NO_SLOT
        ? next.run()
        : slots.text(name.slot, tree.start(t), tree.end(t), last, next);
  }

  /** A name or dotted name as a pattern writes it, empty for anything else. */
  private static String path(PatternNode node) {
    return node.is(Kind.IDENTIFIER) ? node.symbol : node.dotted;
  }
}
