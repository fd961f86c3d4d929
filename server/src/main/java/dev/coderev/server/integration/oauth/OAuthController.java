package dev.coderev.server.integration.oauth;

import dev.coderev.server.identity.ProvenSignIn;
import dev.coderev.server.identity.SignedIn;
import dev.coderev.server.integration.host.Host;
import dev.coderev.server.integration.oauth.OAuthDesk.Arrival;
import dev.coderev.server.integration.oauth.OAuthDesk.Departure;
import dev.coderev.server.integration.oauth.OAuthDesk.Return;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.platform.web.Requests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ways to code hosts and back, and the connections that came of them. */
@RestController
class OAuthController {
  private static final String COOKIE = "coderev_oauth";
  private static final int COOKIE_BYTES = 32;
  private static final Duration COOKIE_LIFE = Duration.ofMinutes(10);

  /** What a host sent the user back with. */
  record Given(@Nullable String code, @Nullable String state) {}

  /**
   * A connection that was made.
   *
   * @param session of the user, who signed in this way
   */
  record Connected(String message, String provider, String username, Optional<SignedIn> session) {}

  /** A connection as its user sees it. */
  record View(String provider, String username, Instant connectedAt, List<String> scopes) {}

  private final OAuthDesk desk;
  private final ConnectedHosts hosts;
  private final ServerSettings settings;

  OAuthController(OAuthDesk desk, ConnectedHosts hosts, ServerSettings settings) {
    this.desk = desk;
    this.hosts = hosts;
    this.settings = settings;
  }

  private static Host host(String provider) {
    return Host.byId(provider).orElseThrow(Problem::notFound);
  }

  @GetMapping("/api/oauth/{provider}/authorize")
  @Access(Who.SIGNING_IN)
  Departure authorize(
      @PathVariable String provider,
      @RequestParam(name = "redirect_uri", required = false) @Nullable String redirectUri,
      HttpServletRequest request,
      HttpServletResponse response) {
    Host host = host(provider);
    Optional<Caller> caller = Requests.caller(request);
    String boundTo = caller.map(OAuthController::session).orElseGet(() -> cookie(response));
    return desk.depart(host, caller, Optional.ofNullable(redirectUri), boundTo);
  }

  private static String session(Caller caller) {
    return "session " + caller.sessionId().orElseThrow(Problem::notFound);
  }

  /** Whoever has no session yet is known by a cookie when they come back. */
  private String cookie(HttpServletResponse response) {
    String value = Secrets.token(COOKIE_BYTES);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .httpOnly(true)
            .secure(settings.web().isSecure())
            .sameSite("Lax")
            .path("/api/oauth")
            .maxAge(COOKIE_LIFE)
            .build()
            .toString());
    return "cookie " + value;
  }

  @PostMapping("/api/oauth/{provider}/callback")
  @Access(Who.SIGNING_IN)
  Connected callback(
      @PathVariable String provider,
      @RequestParam(name = "code", required = false) @Nullable String code,
      @RequestParam(name = "state", required = false) @Nullable String state,
      @RequestBody(required = false) @Nullable Given body,
      @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
      HttpServletRequest request) {
    Host host = host(provider);
    String givenCode = either(code, body == null ? null : body.code());
    String givenState = either(state, body == null ? null : body.state());
    new Faults().text("code", givenCode, 1, 2000).text("state", givenState, 1, 200).throwIfAny();
    Optional<Caller> caller = Requests.caller(request);
    Arrival arrival =
        desk.arrive(
            new Return(host, String.valueOf(givenCode), String.valueOf(givenState)),
            caller,
            caller
                .map(OAuthController::session)
                .or(() -> Optional.ofNullable(cookie).map(value -> "cookie " + value))
                .orElseThrow(() -> Problem.of(ProblemCode.INVALID_STATE)),
            new ProvenSignIn.Origin(Requests.clientAddress(request), Requests.userAgent(request)));
    return new Connected(
        arrival.session().isPresent() ? "You are signed in." : "The account is connected.",
        host.id(),
        arrival.username(),
        arrival.session());
  }

  private static @Nullable String either(@Nullable String query, @Nullable String body) {
    return query == null ? body : query;
  }

  @GetMapping("/api/user/oauth/connections")
  @Access(Who.SELF)
  Page<View> connections(Caller caller, Paging paging) {
    return Page.slice(hosts.of(caller.userId()), paging)
        .map(connection ->
            new View(
                connection.host().id(),
                connection.username(),
                connection.connectedAt(),
                connection.scopes()));
  }

  @DeleteMapping("/api/user/oauth/{provider}")
  @Access(Who.SELF)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void disconnect(@PathVariable String provider, Caller caller) {
    desk.disconnect(caller, host(provider));
  }
}
