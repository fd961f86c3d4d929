package dev.coderev.server.integration.oauth;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.identity.ProvenSignIn;
import dev.coderev.server.identity.SignedIn;
import dev.coderev.server.integration.host.Host;
import dev.coderev.server.integration.host.HostFailed;
import dev.coderev.server.integration.host.RepositoryHost.Account;
import dev.coderev.server.integration.oauth.OAuthStates.Way;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.outgoing.Call;
import dev.coderev.server.platform.settings.ServerSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Sends users to code hosts for their consent, and takes in what they bring back. */
@Service
class OAuthDesk {
  private static final int VERIFIER_BYTES = 48;
  private static final int NONCE_BYTES = 16;

  /** Where a user is to go, and the state to come back with. */
  record Departure(String authorizationUrl, String state) {}

  /** What a user came back with. */
  record Return(Host host, String code, String state) {}

  /**
   * Who a user is at a host.
   *
   * @param session empty unless the user signed in this way
   */
  record Arrival(String username, Optional<SignedIn> session) {}

  private final OAuthClients clients;
  private final OAuthStates states;
  private final TokenExchange exchange;
  private final IdTokens idTokens;
  private final OAuthConnections connections;
  private final ConnectedHosts hosts;
  private final ProvenSignIn signIn;
  private final AuditLog audit;
  private final TransactionOperations transaction;
  private final ServerSettings settings;

  OAuthDesk(
      OAuthClients clients,
      OAuthStates states,
      TokenExchange exchange,
      IdTokens idTokens,
      OAuthConnections connections,
      ConnectedHosts hosts,
      ProvenSignIn signIn,
      AuditLog audit,
      TransactionOperations transaction,
      ServerSettings settings) {
    this.clients = clients;
    this.states = states;
    this.exchange = exchange;
    this.idTokens = idTokens;
    this.connections = connections;
    this.hosts = hosts;
    this.signIn = signIn;
    this.audit = audit;
    this.transaction = transaction;
    this.settings = settings;
  }

  private OAuthClient client(Host host) {
    return clients
        .of(host)
        .orElseThrow(() ->
            Problem.of(
                ProblemCode.UNAVAILABLE, "This server is no client of " + host.id() + " yet."));
  }

  /**
   * Begins a way to a host.
   *
   * @param boundTo what whoever comes back must show too
   */
  Departure depart(
      Host host, Optional<Caller> caller, Optional<String> redirectUri, String boundTo) {
    OAuthClient client = client(host);
    String redirect = redirectUri.orElseGet(() -> usualRedirect(host));
    if (!isAllowed(redirect)) {
      throw Problem.invalid(
          Fault.query("redirect_uri", "is not one of the allowed addresses", "invalid_redirect"));
    }
    Way way =
        new Way(
            caller.map(Caller::userId),
            redirect,
            Secrets.token(VERIFIER_BYTES),
            Secrets.token(NONCE_BYTES));
    String state = states.begin(host, boundTo, way);
    return new Departure(consent(client, way, state), state);
  }

  private String usualRedirect(Host host) {
    List<String> listed = settings.hosts().redirects();
    return listed.isEmpty()
        ? settings.web().publicUrl() + "/oauth/" + host.id() + "/callback"
        : listed.getFirst();
  }

  /** One of the listed addresses, or where none is listed a plain one of this server. */
  private boolean isAllowed(String redirect) {
    List<String> listed = settings.hosts().redirects();
    String own = settings.web().publicUrl();
    return listed.isEmpty()
        ? redirect.equals(own)
            || (redirect.startsWith(own + "/")
                && redirect.substring(own.length()).matches("(/[A-Za-z0-9_-]+)*/?"))
        : listed.contains(redirect);
  }

  private static String consent(OAuthClient client, Way way, String state) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", client.id());
    query.put("redirect_uri", way.redirectUri());
    query.put("state", state);
    query.put("code_challenge", challenge(way.verifier()));
    query.put("code_challenge_method", "S256");
    if (!client.scopes().isEmpty()) {
      query.put("scope", String.join(" ", client.scopes()));
    }
    if (client.identifies()) {
      query.put("nonce", way.nonce());
    }
    return query.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + Call.encoded(pair.getValue()))
        .collect(Collectors.joining("&", client.consentUrl() + "?", ""));
  }

  /** The challenge that belongs to a verifier (RFC 7636, S256). */
  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Ends the way: connects the caller's account, or signs in whose account it is. */
  Arrival arrive(Return back, Optional<Caller> caller, String boundTo, ProvenSignIn.Origin origin) {
    OAuthClient client = client(back.host());
    Way way =
        states
            .end(back.host(), back.state(), boundTo)
            .filter(begun -> begun.userId().equals(caller.map(Caller::userId)))
            .orElseThrow(() -> Problem.of(ProblemCode.INVALID_STATE));
    HostTokens tokens = redeem(client, back.code(), way);
    Account account = account(client, tokens, way);
    if (caller.isPresent()) {
      connect(caller.get(), client.host(), account, tokens);
      return new Arrival(account.name(), Optional.empty());
    }
    String userId =
        connections
            .userOf(client.host(), account.id())
            .orElseThrow(() ->
                Problem.of(
                    ProblemCode.INVALID_CREDENTIALS,
                    "No user is connected to this account; sign in and connect it first."));
    SignedIn session = signIn.signIn(userId, origin);
    connections.renew(userId, client.host(), tokens);
    return new Arrival(account.name(), Optional.of(session));
  }

  private HostTokens redeem(OAuthClient client, String code, Way way) {
    try {
      return exchange.redeem(client, code, way.verifier(), way.redirectUri());
    } catch (CodeRefused _) {
      throw Problem.of(
          ProblemCode.MALFORMED_REQUEST, client.host().id() + " does not accept this code.");
    }
  }

  private Account account(OAuthClient client, HostTokens tokens, Way way) {
    Account account;
    try {
      account = hosts.repositories(client.host(), tokens.access()).account();
    } catch (HostFailed _) {
      throw Problem.of(
          ProblemCode.PROVIDER_ERROR, client.host().id() + " does not say whose token it is.");
    }
    if (client.identifies()) {
      String subject =
          idTokens.subject(
              client,
              tokens
                  .idToken()
                  .orElseThrow(() ->
                      Problem.of(
                          ProblemCode.PROVIDER_ERROR, client.host().id() + " gave no ID token.")),
              way.nonce());
      if (!subject.equals(account.id())) {
        throw Problem.of(
            ProblemCode.PROVIDER_ERROR,
            "The tokens of " + client.host().id() + " belong to different users.");
      }
    }
    return account;
  }

  private void connect(Caller caller, Host host, Account account, HostTokens tokens) {
    transaction.executeWithoutResult(_ -> {
      connections.put(caller.userId(), host, account, tokens);
      audit.record(
          AuditEntry.of("oauth_connected", caller)
              .on("oauth_connection", host.id())
              .detail("username", account.name()));
    });
  }

  void disconnect(Caller caller, Host host) {
    if (!hosts.disconnect(caller.userId(), host)) {
      throw Problem.notFound();
    }
    audit.record(AuditEntry.of("oauth_disconnected", caller).on("oauth_connection", host.id()));
  }
}
