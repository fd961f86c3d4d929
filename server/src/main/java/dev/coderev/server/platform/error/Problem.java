package dev.coderev.server.platform.error;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal that the caller is told, with the members that its code calls for. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemCode code;
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  private Problem(ProblemCode code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  public static Problem of(ProblemCode code) {
    return new Problem(code, code.title() + ".");
  }

  /**
   * A refusal in these words.
   *
   * @param detail for people; never holds a value that the client sent
   */
  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail);
  }

  /** The same answer for what is not there and for what the caller may not see. */
  public static Problem notFound() {
    return of(ProblemCode.NOT_FOUND, "There is nothing here, or nothing that you may see.");
  }

  public static Problem invalid(List<Fault> faults) {
    Problem problem = of(ProblemCode.VALIDATION_FAILED);
    problem.members.put("errors", List.copyOf(faults));
    return problem;
  }

  public static Problem invalid(Fault... faults) {
    return invalid(Arrays.asList(faults));
  }

  public static Problem rateLimited(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return of(ProblemCode.RATE_LIMITED, "Too many requests. Try again in " + seconds + " s.")
        .with("retry_after_seconds", seconds);
  }

  /** A change of state that its machine does not have. */
  public static Problem transition(String from, String to, List<String> allowed) {
    return of(ProblemCode.INVALID_TRANSITION, "This state cannot become that one.")
        .with("from", from)
        .with("to", to)
        .with("allowed", allowed);
  }

  public Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  public ProblemCode code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public Map<String, Object> members() {
    return Map.copyOf(members);
  }
}
