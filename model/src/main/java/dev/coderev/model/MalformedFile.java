package dev.coderev.model;

import java.nio.file.Path;

/**
 * A file that breaks a rule of its format: names the file, the part of it (a tensor, a key) and the
 * rule.
 */
public class MalformedFile extends ModelException {

  private static final long serialVersionUID = 1L;

  public MalformedFile(Path file, String rule) {
    super(file + ": " + rule);
  }

  public MalformedFile(Path file, String part, String rule) {
    super(file + ": " + part + ": " + rule);
  }

  public MalformedFile(Path file, String rule, Throwable cause) {
    super(file + ": " + rule, cause);
  }
}
