package dev.coderev.analysis.pattern;

/** What an open bracket of a pattern holds: it decides what an ellipsis in it becomes. */
enum HoleScope {
  TOP,
  ARGUMENTS,
  PARAMETERS,
  CATCH,
  ELEMENTS,
  DICTIONARY,
  BLOCK,
  CLASS_BODY,
  ENUM_BODY,
  SWITCH_BODY,
  STRUCT_BODY
}
