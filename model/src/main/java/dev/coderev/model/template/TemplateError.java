package dev.coderev.model.template;

import dev.coderev.model.ModelException;

/** A chat template that cannot be read, or that refuses its messages. */
public final class TemplateError extends ModelException {

  private static final long serialVersionUID = 1L;

  TemplateError(String message) {
    super("chat template: " + message);
  }

  TemplateError(int line, String message) {
    super("chat template, line " + line + ": " + message);
  }
}
