package dev.coderev.analysis.tree;

/** The part a node plays in its parent. */
public enum Role {
  /** No particular part; the root has it too. */
  CHILD,
  ALIAS,
  ANNOTATION,
  ARGUMENT,
  ARGUMENTS,
  ATTRIBUTE,
  BODY,
  CALLEE,
  CASE,
  CATCH,
  CAUSE,
  CLAUSE,
  CONDITION,
  CONTENT,
  ELEMENT,
  ELSE,
  FINALLY,
  GUARD,
  INDEX,
  INIT,
  INTERFACE,
  ITERABLE,
  KEY,
  LABEL,
  LEFT,
  LOWER,
  MESSAGE,
  MODIFIER,
  MODIFIERS,
  MODULE,
  NAME,
  OBJECT,
  PARAMETER,
  PARAMETERS,
  PART,
  RECEIVER,
  RESOURCE,
  RIGHT,
  STATEMENT,
  STEP,
  SUPERCLASS,
  THEN,
  THROWS,
  TYPE,
  TYPE_ARGUMENTS,
  TYPE_PARAMETERS,
  UPDATE,
  UPPER,
  VALUE;

  private static final Role[] ALL = values();

  static Role of(int ordinal) {
    return ALL[ordinal];
  }
}
