package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.List;

/** Matches imports: aliases are optional, a prefix of the module's name is enough. */
final class ImportMatcher {
  private final CodeMatcher matcher;
  private final SyntaxTree tree;

  ImportMatcher(CodeMatcher matcher, SyntaxTree tree) {
    this.matcher = matcher;
    this.tree = tree;
  }

  boolean match(PatternNode p, int t, Next next) {
    PatternNode pModule = p.child(Role.MODULE);
    int module = tree.child(t, Role.MODULE);
    List<PatternNode> elements = p.children(Role.ELEMENT);
    PatternNode pAlias = p.child(Role.ALIAS);
    int alias = tree.child(t, Role.ALIAS);
    Next rest =
        () ->
            pAlias == null
                ? elements(elements, t, next)
                : alias != NONE && matcher.match(pAlias, alias, () -> elements(elements, t, next));
    if (pModule == null || module == NONE) {
      return p.symbol.equals(tree.symbol(t)) && rest.run();
    }
    if (!elements.isEmpty() && tree.child(t, Role.ELEMENT) == NONE) {
      return wholeModule(p, elements, t, next);
    }
    return module(pModule, p.symbol, module, t, rest);
  }

  /** {@code from a import b} on {@code import a.b}. */
  private boolean wholeModule(PatternNode p, List<PatternNode> elements, int t, Next next) {
    return elements.size() == 1
        && !elements.getFirst().symbol.isEmpty()
        && tree.symbol(t).equals(p.symbol + "." + elements.getFirst().symbol)
        && next.run();
  }

  private boolean module(PatternNode pModule, String symbol, int module, int t, Next next) {
    if (pModule.is(Kind.STRING) || pModule.is(Kind.METAVARIABLE) || pModule.dotted.isEmpty()) {
      if (matcher.match(pModule, module, next)) {
        return true;
      }
      if (tree.file().language() == Language.SCALA && tree.is(module, Kind.MEMBER)) {
        int prefix = tree.child(module, Role.OBJECT);
        return prefix != NONE && module(pModule, symbol, prefix, t, next);
      }
      String text = tree.symbol(module);
      return pModule.is(Kind.STRING)
          && !pModule.symbol.isEmpty()
          && text.startsWith(pModule.symbol + "/")
          && next.run();
    }
    String given = tree.symbol(t);
    boolean exact =
        switch (tree.file().language()) {
          case JAVA, KOTLIN, CSHARP -> true;
          default -> false;
        };
    String wanted = symbol.isEmpty() ? pModule.dotted : symbol;
    return (isPrefix(wanted, given, exact) || importsElement(wanted, given, t, exact))
        && next.run();
  }

  private static boolean isPrefix(String wanted, String given, boolean exact) {
    return given.equals(wanted) || (!exact && given.startsWith(wanted + "."));
  }

  /** {@code import a.b} on {@code from a import b}. */
  private boolean importsElement(String wanted, String given, int t, boolean exact) {
    for (int child = tree.firstChild(t); child != NONE && !exact; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.ELEMENT
          && isPrefix(wanted, given + "." + tree.symbol(child), false)) {
        return true;
      }
    }
    return false;
  }

  private boolean elements(List<PatternNode> wanted, int t, Next next) {
    if (wanted.isEmpty()) {
      return (tree.child(t, Role.ELEMENT) == NONE || !isJava()) && next.run();
    }
    return elements(wanted, 0, t, next);
  }

  private boolean isJava() {
    return tree.file().language() == dev.coderev.analysis.source.Language.JAVA;
  }

  private boolean elements(List<PatternNode> wanted, int at, int t, Next next) {
    if (at == wanted.size()) {
      return next.run();
    }
    PatternNode p = wanted.get(at);
    for (int child = tree.firstChild(t); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.ELEMENT
          && element(p, child, () -> elements(wanted, at + 1, t, next))) {
        return true;
      }
    }
    return false;
  }

  private boolean element(PatternNode p, int t, Next next) {
    if (p.isEllipsis()) {
      return next.run();
    }
    if (!p.is(Kind.IMPORTED_NAME)) {
      return matcher.match(p, t, next);
    }
    PatternNode pName = p.child(Role.NAME);
    int name = tree.child(t, Role.NAME);
    PatternNode pAlias = p.child(Role.ALIAS);
    int alias = tree.child(t, Role.ALIAS);
    Next rest =
        () -> pAlias == null ? next.run() : alias != NONE && matcher.match(pAlias, alias, next);
    if (pName == null || name == NONE) {
      return p.symbol.equals(tree.symbol(t)) && rest.run();
    }
    return matcher.match(pName, name, rest);
  }

  /** {@code import "m"} on {@code const x = require("m")}. */
  boolean matchRequire(PatternNode p, int t, Kind kind, Next next) {
    if (kind != Kind.VARIABLE) {
      return false;
    }
    int call = tree.child(t, Role.VALUE);
    if (call == NONE || !tree.is(call, Kind.CALL)) {
      return false;
    }
    int callee = tree.child(call, Role.CALLEE);
    int arguments = tree.child(call, Role.ARGUMENTS);
    if (callee == NONE
        || arguments == NONE
        || !tree.symbol(callee).equals("require")
        || tree.firstChild(arguments) == NONE) {
      return false;
    }
    PatternNode module = p.child(Role.MODULE);
    int names = tree.child(t, Role.NAME);
    PatternNode whole = p.child(Role.ALIAS);
    List<PatternNode> elements = p.children(Role.ELEMENT);
    if (module == null || names == NONE || (whole != null && !tree.is(names, Kind.IDENTIFIER))) {
      return false;
    }
    Next rest =
        whole == null
            ? () -> required(elements, 0, names, next)
            : () -> matcher.match(whole, names, next);
    return matcher.match(module, tree.firstChild(arguments), rest);
  }

  private boolean required(List<PatternNode> wanted, int at, int names, Next next) {
    if (at == wanted.size()) {
      return next.run();
    }
    PatternNode p = wanted.get(at);
    PatternNode name = p.is(Kind.IMPORTED_NAME) ? p.child(Role.NAME) : p;
    if (name == null || p.symbol.equals("default")) {
      return false;
    }
    for (int child = tree.firstChild(names); child != NONE; child = tree.nextSibling(child)) {
      int key = tree.is(child, Kind.PAIR) ? tree.child(child, Role.KEY) : child;
      if (key != NONE && matcher.match(name, key, () -> required(wanted, at + 1, names, next))) {
        return true;
      }
    }
    return false;
  }
}
