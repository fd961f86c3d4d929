package dev.coderev.analysis.tree;

/**
 * What a node is, in terms that hold for every language.
 *
 * <p>Each constant gives its <em>shape</em>: the {@link SyntaxTree#symbol symbol} and the children
 * by {@link Role}, in source order; {@code ?} marks what may be missing, {@code *} what may repeat.
 * Parsers drop parentheses and punctuation. A construct that fits no kind becomes {@link #OTHER}
 * with all its named children, so nothing in the source is ever lost to matching.
 */
public enum Kind {
  /** The whole file: STATEMENT*. */
  FILE,

  // ---- expressions -------------------------------------------------------------------------

  /**
   * A name, also {@code this}, {@code self}, {@code super} and simple type names; symbol = name.
   */
  IDENTIFIER,
  /** {@code a.b}: OBJECT NAME(identifier); symbol = the operator: {@code . -> :: ?.} */
  MEMBER,
  /** {@code a[i]}: OBJECT INDEX*. */
  INDEX,
  /** {@code i:j:k} within an index: LOWER? UPPER? STEP?. */
  SLICE,
  /** {@code f(x)}: CALLEE TYPE_ARGUMENTS? ARGUMENTS(argument list). */
  CALL,
  /** {@code new T(x)}: TYPE ARGUMENTS? BODY(block)?. Swift, Python and Kotlin use {@link #CALL}. */
  NEW,
  /** {@code new T[n]{…}}: TYPE INDEX* VALUE(list)?. */
  NEW_ARRAY,
  /** The arguments of a call, a creation or an annotation: ARGUMENT*. */
  ARGUMENT_LIST,
  /** {@code name=value} or {@code name: value} among arguments: NAME(identifier) VALUE. */
  KEYWORD_ARGUMENT,
  /** {@code *x}, {@code **x}, {@code ...x}, {@code &block}: VALUE?; symbol = the operator. */
  SPREAD,
  /** A string without interpolation; symbol = its value with escapes decoded, quotes removed. */
  STRING,
  /** An interpolated string, also adjacent literals: PART*, each STRING or INTERPOLATION. */
  TEMPLATE,
  /** {@code ${e}} within a template: VALUE. */
  INTERPOLATION,
  /** symbol = the literal in lower case without {@code _} and type suffix. */
  NUMBER,
  /** A character literal; symbol = the character, decoded. */
  CHARACTER,
  /** symbol = {@code true} or {@code false}. */
  BOOLEAN,
  /** {@code null}, {@code nil}, {@code None}. */
  NULL,
  /** A regular-expression literal; symbol = the pattern without delimiters and flags. */
  REGEX,
  /** Ruby's {@code :name}; symbol = name. */
  ATOM,
  /** LEFT RIGHT; symbol = operator, with {@code and or not} written {@code && || !}. */
  BINARY,
  /** VALUE; symbol = operator. */
  UNARY,
  /** VALUE; symbol = {@code ++x x++ --x x--}. */
  UPDATE,
  /** LEFT RIGHT; symbol = {@code =} or {@code :=}. Several targets are one TUPLE on the left. */
  ASSIGN,
  /** LEFT RIGHT; symbol = {@code +=} and the like. */
  COMPOUND_ASSIGN,
  /** {@code c ? a : b}: CONDITION THEN? ELSE. Source order may differ (Python). */
  CONDITIONAL,
  /** TYPE VALUE. */
  CAST,
  /** {@code x instanceof T}, {@code x is T}: VALUE TYPE. */
  TYPE_TEST,
  /**
   * An anonymous function: MODIFIERS? PARAMETERS(parameter list)? TYPE? BODY(expression or block).
   */
  LAMBDA,
  /** {@code A::m}: OBJECT NAME. */
  METHOD_REFERENCE,
  /** An array or list literal: ELEMENT*. */
  LIST,
  /** ELEMENT*; several values, targets or a destructuring pattern. */
  TUPLE,
  /** ELEMENT*. */
  SET,
  /** A dictionary or object literal: ELEMENT*, each PAIR, SPREAD, FUNCTION or IDENTIFIER. */
  MAP,
  /** KEY VALUE. */
  PAIR,
  /** {@code T{…}} of Go, Rust, C, C++, C# initializers: TYPE? ELEMENT*, each PAIR or expression. */
  COMPOSITE,
  /** ELEMENT CLAUSE*; symbol = {@code list set map generator}. */
  COMPREHENSION,
  /** {@code for x in xs if c}: NAME ITERABLE CONDITION*. */
  COMPREHENSION_CLAUSE,
  /** VALUE. */
  AWAIT,
  /** VALUE?; symbol = {@code yield} or {@code yield from}. */
  YIELD,
  /** A markup element in code (JSX): NAME? ATTRIBUTE* CONTENT*. */
  ELEMENT,
  /** NAME VALUE?. */
  ATTRIBUTE,
  /** Text in markup; symbol = text. */
  MARKUP_TEXT,

  // ---- types that are more than a name -------------------------------------------------------

  /** {@code List<T>}: TYPE TYPE_ARGUMENTS(type argument list). */
  GENERIC_TYPE,
  /** ARGUMENT*. */
  TYPE_ARGUMENT_LIST,
  /** {@code T[]}: TYPE. */
  ARRAY_TYPE,
  /** {@code *T}, {@code T*}, {@code &T}: TYPE; symbol = operator. */
  POINTER_TYPE,
  /** {@code T?}: TYPE. */
  NULLABLE_TYPE,

  // ---- statements ----------------------------------------------------------------------------

  /** STATEMENT*; also the body of a class. */
  BLOCK,
  /** An expression as a statement: VALUE. */
  EXPRESSION_STATEMENT,
  /**
   * One declared variable, constant or field: MODIFIERS? ANNOTATION* TYPE? NAME VALUE?; symbol =
   * the keyword ({@code var let const val}) or empty. {@code int a, b;} gives two.
   */
  VARIABLE,
  /** CONDITION THEN ELSE?; an initializer (Go, C++) comes first as INIT. */
  IF,
  /** CONDITION BODY. */
  WHILE,
  /** BODY CONDITION. */
  DO_WHILE,
  /** INIT* CONDITION? UPDATE* BODY. */
  FOR,
  /** NAME(variable, identifier or tuple) ITERABLE BODY ELSE?. */
  FOR_EACH,
  /** A {@code switch}, {@code match} or {@code when}, statement or expression: VALUE? CASE*. */
  SWITCH,
  /**
   * LABEL* GUARD? BODY(block); no LABEL means default; symbol {@code ->} when it cannot fall
   * through.
   */
  CASE,
  /** RESOURCE* BODY CATCH* ELSE? FINALLY?. */
  TRY,
  /** PARAMETER? (type and name) BODY. */
  CATCH,
  /** {@code throw}, {@code raise}: VALUE? CAUSE?. */
  THROW,
  /** VALUE?. */
  RETURN,
  /** symbol = label or empty. */
  BREAK,
  /** symbol = label or empty. */
  CONTINUE,
  /** {@code with}, C#'s {@code using}: RESOURCE*(variable or expression) BODY. */
  WITH,
  /** {@code synchronized}, {@code lock}: VALUE BODY. */
  SYNCHRONIZED,
  /** VALUE. */
  DEFER,
  /** Go's {@code go f()}: VALUE. */
  SPAWN,
  /** CONDITION MESSAGE?. */
  ASSERT,
  /** {@code del}, {@code delete}: VALUE*. */
  DELETE,
  /** {@code global}, {@code nonlocal}: NAME*; symbol = keyword. */
  GLOBAL,
  /** BODY; symbol = label. */
  LABELED,
  /** symbol = label. */
  GOTO,
  /** An empty statement, also Python's {@code pass}. */
  EMPTY,

  // ---- definitions -----------------------------------------------------------------------------

  /**
   * A named function, method or constructor: ANNOTATION* MODIFIERS? TYPE_PARAMETERS? RECEIVER?
   * TYPE? NAME PARAMETERS(parameter list) THROWS* BODY?; symbol = {@code constructor getter setter}
   * or empty.
   */
  FUNCTION,
  /** PARAMETER*. */
  PARAMETER_LIST,
  /** ANNOTATION* MODIFIERS? TYPE? NAME? VALUE(default)?; symbol = {@code * ** ... &} or empty. */
  PARAMETER,
  /**
   * ANNOTATION* MODIFIERS? NAME? TYPE_PARAMETERS? PARAMETERS? SUPERCLASS* INTERFACE* BODY(block)?;
   * symbol = {@code class interface enum record struct union trait impl object module annotation
   * protocol extension}.
   */
  CLASS,
  /** NAME ARGUMENTS? BODY?. */
  ENUM_CONSTANT,
  /** MODIFIER*. */
  MODIFIERS,
  /** symbol = keyword, for example {@code static}. */
  MODIFIER,
  /** {@code @name(args)}, a decorator or an attribute: NAME(expression) ARGUMENTS?. */
  ANNOTATION,
  /** PARAMETER*. */
  TYPE_PARAMETER_LIST,
  /** A namespace with a body: NAME BODY. */
  NAMESPACE,
  /** NAME. */
  PACKAGE,
  /**
   * MODULE(expression or string) ALIAS(identifier)? ELEMENT(imported name)*; symbol = the module as
   * written, dotted. Java's {@code import a.b.C;} has the module {@code a.b.C} and no elements,
   * {@code import a.b.*;} the module {@code a.b} and the element {@code *}, and static imports the
   * class as module and the member as element. {@code const x = require("m")} stays a VARIABLE.
   */
  IMPORT,
  /** NAME(identifier) ALIAS(identifier)?; symbol = name, {@code *} for all, {@code default}. */
  IMPORTED_NAME,

  // ---- the rest
  // ----------------------------------------------------------------------------------

  /** A stretch that the parser could not read. */
  ERROR,
  /** Anything else: CHILD*; for a leaf the symbol is its text. See {@link SyntaxTree#rawType}. */
  OTHER,

  // ---- in patterns only
  // ----------------------------------------------------------------------------

  /** {@code $X}; symbol = {@code $X}. */
  METAVARIABLE,
  /** {@code (T $X)}: TYPE; symbol = {@code $X}. */
  TYPED_METAVARIABLE,
  /** {@code $...ARGS}; symbol = {@code $...ARGS}. */
  ELLIPSIS_METAVARIABLE,
  /** {@code ...}. */
  ELLIPSIS,
  /** {@code <... e ...>}: VALUE. */
  DEEP_ELLIPSIS;

  private static final Kind[] ALL = values();

  static Kind of(int ordinal) {
    return ALL[ordinal];
  }
}
