package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;

/** How the children of each kind of node are compared, and what a pattern may leave out. */
final class Shapes {
  private Shapes() {}

  /** How the children in one role are compared. */
  enum Order {
    /** There is one. */
    ONE,
    /** In order, all of them but for ellipses. */
    LIST,
    /** In order, more may follow. */
    PREFIX,
    /** In any order, others may be there. */
    SUBSET,
    /** In any order, others only with an ellipsis. */
    SET
  }

  static Order order(Kind kind, Role role, Language language) {
    return switch (role) {
      case ANNOTATION, MODIFIER, INTERFACE, CATCH, CASE, ATTRIBUTE, THROWS -> Order.SUBSET;
      case SUPERCLASS -> Order.PREFIX;
      case ELEMENT ->
          switch (kind) {
            case MAP -> isOpen(language) ? Order.SUBSET : Order.SET;
            case SET -> Order.SET;
            case IMPORT -> Order.SUBSET;
            case COMPOSITE -> language == Language.GO ? Order.SET : Order.LIST;
            default -> Order.LIST;
          };
      case ARGUMENT,
          PARAMETER,
          PART,
          INDEX,
          LABEL,
          STATEMENT,
          CLAUSE,
          CHILD,
          RESOURCE,
          INIT,
          UPDATE,
          CONTENT ->
          Order.LIST;
      default -> Order.ONE;
    };
  }

  /** Whether maps may always hold more than a pattern names. */
  private static boolean isOpen(Language language) {
    return switch (language) {
      case JAVASCRIPT, TYPESCRIPT, HCL -> true;
      default -> false;
    };
  }

  /** Whether a body holds members in any order, rather than statements. */
  static boolean hasMembers(Kind owner, Language language) {
    return owner == Kind.CLASS || (owner == Kind.OTHER && language == Language.HCL);
  }

  /** Whether code may have something in this role that the pattern does not mention. */
  static boolean mayBeMissing(PatternNode p, Kind kind, Role role) {
    return switch (role) {
      case MODIFIERS,
          MODIFIER,
          ANNOTATION,
          TYPE_PARAMETERS,
          TYPE_ARGUMENTS,
          THROWS,
          SUPERCLASS,
          INTERFACE,
          CATCH,
          CASE,
          ALIAS,
          RECEIVER,
          ATTRIBUTE,
          CAUSE,
          BODY,
          THEN ->
          true;
      case ELSE -> kind == Kind.IF;
      case TYPE ->
          switch (kind) {
            case VARIABLE, PARAMETER, FUNCTION, LAMBDA, CATCH -> true;
            default -> false;
          };
      case VALUE -> kind == Kind.PARAMETER || kind == Kind.FUNCTION;
      case PARAMETERS -> kind == Kind.CLASS || kind == Kind.LAMBDA;
      case PARAMETER -> kind == Kind.CATCH;
      case CONTENT -> kind == Kind.ELEMENT;
      case ELEMENT -> kind == Kind.IMPORT || kind == Kind.MAP;
      case RESOURCE -> kind == Kind.TRY;
      case FINALLY -> p.child(Role.CATCH) == null;
      case NAME -> kind == Kind.LAMBDA || kind == Kind.FOR_EACH;
      case STATEMENT -> false;
      default -> false;
    };
  }

  /** Whether operator, keyword or text of the node agree, for kinds where they matter. */
  static boolean sameSymbol(
      PatternNode p, SyntaxTree tree, int t, Kind kind, MatchOptions options) {
    String given = tree.symbol(t);
    return switch (kind) {
      case UNARY,
          UPDATE,
          COMPOUND_ASSIGN,
          MODIFIER,
          SPREAD,
          POINTER_TYPE,
          YIELD,
          GLOBAL,
          COMPREHENSION,
          PARAMETER ->
          p.symbol.equals(given);
      case CLASS -> p.symbol.equals(given) || p.symbol.isEmpty();
      case VARIABLE ->
          p.symbol.isEmpty()
              || p.symbol.equals(given)
              || (options.letIsVar() && p.symbol.equals("var"));
      case BREAK, CONTINUE, LABELED, GOTO -> p.symbol.isEmpty() || p.symbol.equals(given);
      case MARKUP_TEXT -> p.symbol.strip().equals(given.strip());
      case OTHER ->
          p.rawType.equals(tree.rawType(t)) && (!tree.isLeaf(t) || p.symbol.equals(given));
      case IMPORTED_NAME -> p.symbol.equals(given) || !p.children.isEmpty();
      default -> true;
    };
  }
}
