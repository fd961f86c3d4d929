package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns everything that a handler may throw into a problem; nothing of the inside gets out. */
@RestControllerAdvice
final class ProblemAdvice {
  private static final Logger LOG = LoggerFactory.getLogger("http.error");

  /** PostgreSQL's code for it. */
  private static final String DISK_FULL = "53100";

  private final ProblemWriter writer;

  ProblemAdvice(ProblemWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler
  void handle(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (failure instanceof HttpRequestMethodNotSupportedException method) {
      String[] allowed = method.getSupportedMethods();
      response.setHeader(HttpHeaders.ALLOW, allowed == null ? "" : String.join(", ", allowed));
    }
    writer.write(request, response, problem(failure, request));
  }

  private static Problem problem(Exception failure, HttpServletRequest request) {
    return switch (failure) {
      case Problem problem -> problem;
      case NoHandlerFoundException _ -> nothingThere(request);
      case NoResourceFoundException _ -> nothingThere(request);
      case HttpRequestMethodNotSupportedException _ -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED);
      case HttpMediaTypeNotAcceptableException _ -> Problem.of(ProblemCode.NOT_ACCEPTABLE);
      case HttpMediaTypeNotSupportedException _ -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case MissingServletRequestParameterException missing ->
          Problem.invalid(Fault.query(missing.getParameterName(), "is required", "missing"));
      case MethodArgumentTypeMismatchException mismatch ->
          Problem.invalid(Fault.query(mismatch.getName(), "has the wrong form", "invalid_type"));
      case TypeMismatchException _ -> Problem.of(ProblemCode.VALIDATION_FAILED);
      case InvalidParameterException _ ->
          Problem.of(ProblemCode.MALFORMED_REQUEST, "The query cannot be read.");
      case DataIntegrityViolationException refused when isOfValue(refused) ->
          Problem.of(
              ProblemCode.VALIDATION_FAILED,
              "A value is out of range or holds a forbidden character.");
      case DataAccessResourceFailureException gone -> unavailable(gone);
      case CannotCreateTransactionException gone -> unavailable(gone);
      case TransactionSystemException gone -> unavailable(gone);
      case TransientDataAccessException busy -> unavailable(busy);
      default -> internal(failure);
    };
  }

  /**
   * Whether the database refused the form of a value, not its relation to others (SQL class 22).
   */
  private static boolean isOfValue(DataIntegrityViolationException refused) {
    return refused.getMostSpecificCause() instanceof SQLException cause
        && String.valueOf(cause.getSQLState()).startsWith("22");
  }

  private static Problem nothingThere(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/") && Requests.caller(request).isEmpty()
        ? Problem.of(ProblemCode.UNAUTHENTICATED)
        : Problem.notFound();
  }

  private static Problem unavailable(Exception failure) {
    LOG.warn("database_unavailable", failure);
    boolean full =
        NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException cause
            && DISK_FULL.equals(cause.getSQLState());
    return Problem.of(
        ProblemCode.UNAVAILABLE,
        full
            ? "The disk of the database is full; nothing of this request was stored."
            : "The database does not answer. Try again soon.");
  }

  private static Problem internal(Exception failure) {
    LOG.error("request_failed", failure);
    return Problem.of(
        ProblemCode.INTERNAL, "The cause stands in the server's log under the request id.");
  }

  private static Problem unreadable(HttpMessageNotReadableException failure) {
    // What a stream refuses comes wrapped in what the reader says of the place.
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnrecognizedPropertyException unknown -> {
          return Problem.invalid(
              new Fault(location(unknown), "is not known here", "unknown_field"));
        }
        case DatabindException wrong when !wrong.getPath().isEmpty() -> {
          return Problem.invalid(new Fault(location(wrong), "has the wrong form", "invalid_type"));
        }
        case StreamReadException _ -> {
          return Problem.of(ProblemCode.MALFORMED_REQUEST, "The body is not valid JSON.");
        }
        default -> {}
      }
    }
    return Problem.of(ProblemCode.MALFORMED_REQUEST, "The body is missing or cannot be read.");
  }

  private static List<Object> location(DatabindException failure) {
    List<Object> loc = new ArrayList<>(List.of("body"));
    loc.addAll(
        failure.getPath().stream()
            .<Object>map(
                step -> step.getPropertyName() == null ? step.getIndex() : step.getPropertyName())
            .collect(Collectors.toList()));
    return loc;
  }
}
