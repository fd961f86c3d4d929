package dev.coderev.model.serve;

import dev.coderev.model.ModelException;

/** A request that is refused, with the status and the code that say why. */
final class Refused extends ModelException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String param;

  Refused(int status, String code, String reason) {
    this(status, code, "", reason);
  }

  private Refused(int status, String code, String param, String reason) {
    super(reason);
    this.status = status;
    this.code = code;
    this.param = param;
  }

  /** What OpenAI's interface has, and this one does not. */
  static Refused unsupported(String param, String reason) {
    return new Refused(400, "unsupported_parameter", param, param + ": " + reason);
  }

  /** A value that cannot be. */
  static Refused invalid(String param, String reason) {
    return new Refused(400, "invalid_value", param, param + ": " + reason);
  }

  int status() {
    return status;
  }

  /** For programs. */
  String code() {
    return code;
  }

  /** The part of the request that is meant; empty where it is no single one. */
  String param() {
    return param;
  }
}
