package dev.coderev.model.template;

/** The two values that are no values: Python's None, and a variable that was never set. */
enum None {
  NONE,
  UNDEFINED
}
