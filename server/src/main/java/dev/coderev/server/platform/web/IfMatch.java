package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import java.util.Arrays;
import java.util.Optional;

/** The state of an object that a change is meant for, as the client last saw it. */
public final class IfMatch {
  private final Optional<String> header;
  private final boolean required;
  private final Etags etags;

  IfMatch(Optional<String> header, boolean required, Etags etags) {
    this.header = header;
    this.required = required;
    this.etags = etags;
  }

  /**
   * Makes sure that the object is still as the client saw it.
   *
   * @param representation what a GET of the object answers now
   */
  public void require(Object representation) {
    if (header.isEmpty()) {
      if (required) {
        throw Problem.of(ProblemCode.PRECONDITION_REQUIRED);
      }
      return;
    }
    String written = header.get().strip();
    String tag = etags.of(representation);
    if (!written.equals("*")
        && Arrays.stream(written.split(",")).map(String::strip).noneMatch(tag::equals)) {
      throw Problem.of(ProblemCode.PRECONDITION_FAILED);
    }
  }
}
