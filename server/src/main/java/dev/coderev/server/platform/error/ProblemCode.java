package dev.coderev.server.platform.error;

import java.util.Locale;

/** The closed list of reasons for which the API refuses a request. */
public enum ProblemCode {
  MALFORMED_REQUEST(400, "The request cannot be read"),
  INVALID_STATE(400, "The state is unknown or expired"),
  INVALID_RESET_TOKEN(400, "The reset token is unknown, used or expired"),
  INVALID_CURRENT_PASSWORD(400, "The current password is wrong"),
  UNAUTHENTICATED(401, "Credentials are needed"),
  INVALID_CREDENTIALS(401, "The e-mail address or the password is wrong"),
  TOKEN_EXPIRED(401, "The token has expired"),
  INVALID_REFRESH_TOKEN(401, "The refresh token is unknown, used or expired"),
  INVALID_SIGNATURE(401, "The signature is missing or wrong"),
  FORBIDDEN(403, "The role is not enough"),
  SCOPE_MISSING(403, "The scope of the key is not enough"),
  CSRF_FAILED(403, "The CSRF token is missing or wrong"),
  PASSWORD_CHANGE_REQUIRED(403, "The password must be changed first"),
  REGISTRATION_CLOSED(403, "Registration is not open"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "No representation fits the Accept header"),
  CONFLICT(409, "The state does not allow this"),
  INVALID_TRANSITION(409, "This change of state is not possible"),
  GATE_FAILED(409, "The gate refused"),
  IDEMPOTENCY_IN_PROGRESS(409, "The first request with this key still runs"),
  EMAIL_TAKEN(409, "The e-mail address is taken"),
  LAST_ADMIN(409, "The platform keeps at least one active administrator"),
  LAST_OWNER(409, "A project keeps at least one owner"),
  GONE(410, "No longer available"),
  PRECONDITION_FAILED(412, "The object has changed"),
  PAYLOAD_TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  VALIDATION_FAILED(422, "The request has invalid values"),
  IDEMPOTENCY_MISMATCH(422, "The key was used for another request"),
  PRECONDITION_REQUIRED(428, "If-Match is required"),
  RATE_LIMITED(429, "Too many requests"),
  BUDGET_EXHAUSTED(429, "The budget is used up"),
  INTERNAL(500, "Something went wrong here"),
  PROVIDER_ERROR(502, "A service that was asked failed"),
  UNAVAILABLE(503, "Not available at the moment"),
  TIMEOUT(504, "A service that was asked did not answer in time");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The lower-case name used in answers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String type() {
    return "urn:coderev:problem:" + id();
  }
}
