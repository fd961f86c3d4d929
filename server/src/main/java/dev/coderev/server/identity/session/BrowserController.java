package dev.coderev.server.identity.session;

import dev.coderev.server.identity.ProvenSignIn.Origin;
import dev.coderev.server.identity.SignedIn;
import dev.coderev.server.identity.SignedIn.Me;
import dev.coderev.server.identity.session.SignIn.Tokens;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.web.CsrfTokens;
import dev.coderev.server.platform.web.Requests;
import dev.coderev.server.platform.web.SessionCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sessions of browsers: the tokens stay in cookies that no script reads. */
@RestController
class BrowserController {
  /** A session in cookies, and what proves that a page of ours asks. */
  record BrowserSession(Me user, String csrfToken, long csrfExpiresIn, long expiresIn) {}

  /** A token that proves that a page of ours asks. */
  record Csrf(String csrfToken, long csrfExpiresIn) {}

  /** A session that goes on. */
  record Renewed(String csrfToken, long csrfExpiresIn, long expiresIn) {}

  private final SignIn signIn;
  private final AccessTokens tokens;
  private final SessionCookies cookies;
  private final CsrfTokens csrf;

  BrowserController(SignIn signIn, AccessTokens tokens, SessionCookies cookies, CsrfTokens csrf) {
    this.signIn = signIn;
    this.tokens = tokens;
    this.cookies = cookies;
    this.csrf = csrf;
  }

  @PostMapping(path = SessionCookies.PATH + "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(Who.ANYONE)
  BrowserSession login(
      @RequestBody AuthController.Login body,
      HttpServletRequest request,
      HttpServletResponse response) {
    new Faults()
        .text("email", body.email(), 1, 254)
        .required("password", body.password())
        .throwIfAny();
    SignedIn signed =
        signIn.login(
            String.valueOf(body.email()),
            String.valueOf(body.password()),
            Boolean.TRUE.equals(body.rememberMe()),
            new Origin(Requests.clientAddress(request), Requests.userAgent(request)));
    cookies.set(
        response,
        signed.accessToken(),
        signed.refreshToken(),
        Duration.ofSeconds(signed.expiresIn()),
        Duration.ofSeconds(signed.refreshExpiresIn()));
    return new BrowserSession(
        signed.user(),
        csrf.issue(session(signed.accessToken())),
        CsrfTokens.LIFE.toSeconds(),
        signed.expiresIn());
  }

  private String session(String accessToken) {
    return switch (tokens.read(accessToken)) {
      case AccessTokens.Reading.Good(String _, String session) -> session;
      case AccessTokens.Reading.Expired _, AccessTokens.Reading.Unknown _ ->
          throw new IllegalStateException("an own token is good");
    };
  }

  /**
   * Goes on with the session. A page of another site gains nothing by asking: it cannot read the
   * answer, and the cookies stay with the browser.
   */
  @PostMapping(SessionCookies.PATH + "/refresh")
  @Access(Who.ANYONE)
  Renewed refresh(HttpServletRequest request, HttpServletResponse response) {
    String token =
        SessionCookies.refresh(request)
            .orElseThrow(() -> Problem.of(ProblemCode.INVALID_REFRESH_TOKEN));
    Tokens renewed = signIn.refresh(token);
    cookies.set(
        response,
        renewed.accessToken(),
        renewed.refreshToken(),
        Duration.ofSeconds(renewed.expiresIn()),
        Duration.ofSeconds(renewed.refreshExpiresIn()));
    return new Renewed(
        csrf.issue(session(renewed.accessToken())),
        CsrfTokens.LIFE.toSeconds(),
        renewed.expiresIn());
  }

  @GetMapping(SessionCookies.PATH + "/csrf")
  @Access(value = Who.SELF, beforePasswordChange = true)
  Csrf csrf(Caller caller) {
    String session = caller.sessionId().orElseThrow(() -> Problem.of(ProblemCode.SCOPE_MISSING));
    return new Csrf(csrf.issue(session), CsrfTokens.LIFE.toSeconds());
  }

  @PostMapping(SessionCookies.PATH + "/logout")
  @Access(value = Who.SELF, beforePasswordChange = true)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(Caller caller, HttpServletResponse response) {
    caller.sessionId().ifPresent(session -> signIn.end(caller.userId(), session));
    cookies.clear(response);
  }
}
