package dev.coderev.analysis.resolve;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which declaration each identifier of one file refers to, by the scoping rules of its language.
 *
 * <p>A declaration is known by the identifier that names it: below a {@code VARIABLE}, {@code
 * PARAMETER}, {@code FUNCTION}, {@code CLASS}, {@code IMPORTED_NAME} and so on; in languages where
 * assigning declares, it is the first assigned identifier. Confined to one thread.
 */
public final class Declarations {
  private final SyntaxTree tree;
  private final boolean assignmentDeclares;
  private final boolean functionScoped;
  private final boolean classScopeHidden;
  private final BitSet declaredSymbols = new BitSet();
  private final Map<Long, Integer> byScope = new HashMap<>();
  private final Map<Integer, Integer> resolved = new HashMap<>();

  public Declarations(SyntaxTree tree) {
    this.tree = tree;
    Language language = tree.file().language();
    assignmentDeclares =
        language == Language.PYTHON || language == Language.RUBY || language == Language.PHP;
    functionScoped = assignmentDeclares;
    classScopeHidden = language == Language.PYTHON || language == Language.RUBY;
    collect();
    if (isScript()) {
      collectGlobals();
    }
  }

  /**
   * The identifier that declares what {@code node} refers to, {@link SyntaxTree#NONE} where the
   * file does not tell. {@code this.f} and {@code self.f} refer to the field {@code f} of the class
   * around; a declaring identifier refers to itself.
   */
  public int of(int node) {
    if (tree.is(node, Kind.MEMBER)) {
      return field(node);
    }
    if (!tree.is(node, Kind.IDENTIFIER) || !declaredSymbols.get(tree.symbolId(node))) {
      return NONE;
    }
    Integer known = resolved.get(node);
    if (known == null) {
      known = resolve(node);
      resolved.put(node, known);
    }
    return known;
  }

  /** The declaring node around a declaring identifier: the variable, parameter, function, … */
  public int declaring(int declaration) {
    int at = tree.parent(declaration);
    while (at != NONE && (tree.is(at, Kind.TUPLE) || tree.is(at, Kind.LIST))) {
      at = tree.parent(at);
    }
    return at == NONE ? declaration : at;
  }

  /** Whether the name belongs to something within a function, parameters included. */
  public boolean isLocal(int declaration) {
    int scope = scopeOf(declaration);
    while (scope != NONE) {
      Kind kind = tree.kind(scope);
      if (kind == Kind.FUNCTION || kind == Kind.LAMBDA) {
        return true;
      }
      if (kind == Kind.CLASS || kind == Kind.FILE) {
        return false;
      }
      scope = tree.parent(scope);
    }
    return false;
  }

  private int resolve(int identifier) {
    int symbol = tree.symbolId(identifier);
    int parent = tree.parent(identifier);
    if (parent != NONE
        && tree.role(identifier) == Role.NAME
        && (tree.is(parent, Kind.MEMBER)
            || tree.is(parent, Kind.METHOD_REFERENCE)
            || tree.is(parent, Kind.KEYWORD_ARGUMENT))) {
      return NONE;
    }
    boolean crossedFunction = false;
    for (int at = parent; at != NONE; at = tree.parent(at)) {
      Kind kind = tree.kind(at);
      if (!isScope(kind)) {
        continue;
      }
      if (!(classScopeHidden && kind == Kind.CLASS && crossedFunction)) {
        Integer found = byScope.get(key(at, symbol));
        if (found != null) {
          return found;
        }
      }
      crossedFunction |= kind == Kind.FUNCTION || kind == Kind.LAMBDA;
    }
    return NONE;
  }

  private int field(int member) {
    int object = tree.child(member, Role.OBJECT);
    int name = tree.child(member, Role.NAME);
    if (object == NONE || name == NONE || !tree.is(object, Kind.IDENTIFIER)) {
      return NONE;
    }
    String receiver = tree.symbol(object);
    if (!receiver.equals("this") && !receiver.equals("self") && !receiver.equals("$this")) {
      return NONE;
    }
    int owner = tree.ancestor(member, Kind.CLASS);
    if (owner == NONE) {
      return NONE;
    }
    int body = tree.child(owner, Role.BODY);
    Integer found = byScope.get(key(body == NONE ? owner : body, tree.symbolId(name)));
    if (found == null) {
      found = byScope.get(key(owner, tree.symbolId(name)));
    }
    return found == null ? NONE : found;
  }

  private void collect() {
    for (int node = 0; node < tree.size(); node++) {
      switch (tree.kind(node)) {
        case VARIABLE -> {
          int scope =
              tree.symbol(node).equals("var") && isScript() ? functionScope(node) : scopeOf(node);
          declareAll(tree.child(node, Role.NAME), scope);
        }
        case PARAMETER, FOR_EACH, COMPREHENSION_CLAUSE ->
            declareAll(tree.child(node, Role.NAME), functionScopeIfNeeded(node));
        case FUNCTION, CLASS, NAMESPACE -> {
          int parent = tree.parent(node);
          if (parent != NONE) {
            declareAll(tree.child(node, Role.NAME), scopeOf(node));
          }
        }
        case ENUM_CONSTANT -> declareAll(tree.child(node, Role.NAME), scopeOf(node));
        case IMPORTED_NAME -> {
          int alias = tree.child(node, Role.ALIAS);
          declareAll(alias != NONE ? alias : tree.child(node, Role.NAME), scopeOf(node));
        }
        case IMPORT -> declareAll(tree.child(node, Role.ALIAS), scopeOf(node));
        case ASSIGN -> {
          if (assignmentDeclares) {
            declareAssigned(tree.child(node, Role.LEFT), node);
          } else if (tree.symbol(node).equals(":=")) {
            declareAll(tree.child(node, Role.LEFT), scopeOf(node));
          }
        }
        case WITH -> {
          int resource = tree.child(node, Role.RESOURCE);
          if (assignmentDeclares && resource != NONE && tree.is(resource, Kind.VARIABLE)) {
            declareAll(tree.child(resource, Role.NAME), functionScope(node));
          }
        }
        default -> {}
      }
    }
  }

  /** What is only ever assigned is a global variable in JavaScript. */
  private void collectGlobals() {
    for (int node = 0; node < tree.size(); node++) {
      int target = tree.is(node, Kind.ASSIGN) ? tree.child(node, Role.LEFT) : NONE;
      if (target != NONE && tree.is(target, Kind.IDENTIFIER) && resolve(target) == NONE) {
        declareAll(target, 0);
      }
    }
  }

  private boolean isScript() {
    Language language = tree.file().language();
    return language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
  }

  private int functionScopeIfNeeded(int node) {
    return functionScoped && tree.is(node, Kind.FOR_EACH) ? functionScope(node) : scopeFrom(node);
  }

  private void declareAssigned(int target, int assignment) {
    if (target == NONE) {
      return;
    }
    if (tree.is(target, Kind.TUPLE) || tree.is(target, Kind.LIST)) {
      for (int child = tree.firstChild(target); child != NONE; child = tree.nextSibling(child)) {
        declareAssigned(child, assignment);
      }
    } else if (tree.is(target, Kind.IDENTIFIER)) {
      int symbol = tree.symbolId(target);
      for (int at = tree.parent(assignment); at != NONE; at = tree.parent(at)) {
        Kind kind = tree.kind(at);
        if (isScope(kind) && byScope.containsKey(key(at, symbol))) {
          return;
        }
        if (kind == Kind.FUNCTION || kind == Kind.CLASS) {
          break;
        }
      }
      declareAll(target, assignmentDeclares ? functionScope(assignment) : scopeOf(assignment));
    }
  }

  private void declareAll(int name, int scope) {
    if (name == NONE || scope == NONE) {
      return;
    }
    if (tree.is(name, Kind.IDENTIFIER)) {
      declaredSymbols.set(tree.symbolId(name));
      byScope.putIfAbsent(key(scope, tree.symbolId(name)), name);
      return;
    }
    if (tree.is(name, Kind.VARIABLE) || tree.is(name, Kind.PARAMETER)) {
      return;
    }
    for (int child = tree.firstChild(name); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, Kind.PAIR)) {
        declareAll(tree.child(child, Role.VALUE), scope);
      } else {
        declareAll(child, scope);
      }
    }
  }

  private int scopeOf(int node) {
    int parent = tree.parent(node);
    return parent == NONE ? node : scopeFrom(parent);
  }

  private int scopeFrom(int from) {
    int at = from;
    while (at != NONE) {
      Kind kind = tree.kind(at);
      if (functionScoped ? isFunctionScope(kind) : isScope(kind)) {
        return at;
      }
      at = tree.parent(at);
    }
    return 0;
  }

  private int functionScope(int node) {
    int at = tree.parent(node);
    while (at != NONE && !isFunctionScope(tree.kind(at))) {
      at = tree.parent(at);
    }
    return at == NONE ? 0 : at;
  }

  private static boolean isFunctionScope(Kind kind) {
    return switch (kind) {
      case FILE, FUNCTION, LAMBDA, CLASS, COMPREHENSION, NAMESPACE -> true;
      default -> false;
    };
  }

  private static boolean isScope(Kind kind) {
    return switch (kind) {
      case FILE,
          FUNCTION,
          LAMBDA,
          CLASS,
          NEW,
          BLOCK,
          FOR,
          FOR_EACH,
          IF,
          WHILE,
          CATCH,
          CASE,
          SWITCH,
          TRY,
          WITH,
          COMPREHENSION,
          NAMESPACE,
          ENUM_CONSTANT ->
          true;
      default -> false;
    };
  }

  private static long key(int scope, int symbol) {
    return ((long) scope << 32) | symbol;
  }
}
