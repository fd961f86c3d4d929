package dev.coderev.server.platform.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that an operator decides, checked.
 *
 * @param workspace where sources lie while they are worked on
 * @param environment development, dev, local, test or production
 * @param secretKey the master key; empty where the data folder keeps a generated one
 */
public record ServerSettings(
    String name,
    String environment,
    Set<Role> roles,
    Path dataFolder,
    Path workspace,
    Optional<String> secretKey,
    Web web,
    Database database,
    Identity identity,
    Analysis analysis,
    Logs logs,
    Mail mail,
    Providers providers,
    Hosts hosts,
    LocalModel model,
    Monitoring metrics,
    Tracing traces,
    Alerts alerts,
    Evolution evolution) {

  public ServerSettings {
    roles = Set.copyOf(roles);
  }

  /** What concerns HTTP. */
  public record Web(
      String host,
      int port,
      String publicUrl,
      Set<String> trustedProxies,
      List<String> corsOrigins,
      int rateRequests,
      Duration rateWindow,
      long maxRequestBytes,
      boolean ifMatchRequired) {
    public Web {
      trustedProxies = Set.copyOf(trustedProxies);
      corsOrigins = List.copyOf(corsOrigins);
    }

    public boolean isSecure() {
      return "https".equalsIgnoreCase(URI.create(publicUrl).getScheme());
    }
  }

  /**
   * Where the data is; without an address the server runs its own PostgreSQL in the data folder.
   */
  public record Database(Optional<String> url, String user, Optional<String> password) {
    @Override
    public String toString() {
      return "Database";
    }
  }

  /** Accounts and their tokens. */
  public record Identity(
      RegistrationMode registration,
      String adminEmail,
      Duration accessToken,
      Duration refreshToken,
      Duration rememberedToken) {}

  /**
   * What analyses may do.
   *
   * @param localFolders below these a project may take its source from this machine
   * @param privateHosts that may be called although their addresses are private
   * @param fixInterval between two searches for repairs in one project; zero for none by themselves
   */
  public record Analysis(
      Duration syncBudget,
      List<Path> localFolders,
      Set<String> privateHosts,
      Duration fixInterval) {
    public Analysis {
      localFolders = List.copyOf(localFolders);
      privateHosts = Set.copyOf(privateHosts);
    }
  }

  /**
   * How the log is written.
   *
   * @param caller whether records name the line that they come from; never outside of development
   */
  public record Logs(String level, boolean json, Optional<Path> file, boolean caller) {}

  /**
   * The mail server; without a host there is no mail.
   *
   * @param reportDomains whose addresses get scheduled reports, beside the users
   */
  public record Mail(
      Optional<String> host,
      int port,
      Optional<String> user,
      Optional<String> password,
      String from,
      Set<String> reportDomains) {
    public Mail {
      reportDomains = Set.copyOf(reportDomains);
    }
  }

  /**
   * What a monitor sees.
   *
   * @param projectsApart whether projects have series of their own, and how many of them
   * @param commit the commit that this was built from, as far as the operator says
   */
  public record Monitoring(
      MetricsAccess access, boolean projectsApart, int mostProjects, String commit) {}

  /**
   * Where traces go.
   *
   * @param endpoint of a collector that speaks OTLP over HTTP; empty where none is exported
   * @param ratio of the traces without anything remarkable that are kept, 0..1
   * @param hosts outside hosts that are told the trace they are part of
   */
  public record Tracing(Optional<String> endpoint, double ratio, Set<String> hosts) {
    public Tracing {
      hosts = Set.copyOf(hosts);
    }
  }

  /**
   * Who is told at once that something is wrong.
   *
   * @param pagerDutyKey of a service that takes events
   * @param pagerDutyUrl where PagerDuty takes them
   * @param slackUrl a webhook of a channel; whoever knows it may write there
   */
  public record Alerts(
      Optional<String> pagerDutyKey, String pagerDutyUrl, Optional<String> slackUrl) {
    @Override
    public String toString() {
      return "Alerts";
    }
  }

  /**
   * How versions of the reviewer are tried.
   *
   * @param interval between two looks at the evidence
   * @param shadow whether versions on trial get copies of what is reviewed
   * @param shadowPercentage how many of the reviews they get
   */
  public record Evolution(Duration interval, boolean shadow, int shadowPercentage) {}

  /**
   * The model of this machine.
   *
   * @param path a Hugging Face directory or a GGUF file; nothing is loaded where none is
   * @param isOffered whether {@code /v1} answers
   */
  public record LocalModel(Path path, boolean isOffered) {}

  /**
   * Code hosts.
   *
   * @param gitHubWebhookSecret of the GitHub App whose events come to one address
   * @param clients what this server is to the hosts, by their ids
   * @param signIn whether users may sign in through them
   * @param redirects where the hosts may send users back to; empty for places of this server only
   */
  public record Hosts(
      Optional<String> gitHubWebhookSecret,
      Map<String, HostClient> clients,
      boolean signIn,
      List<String> redirects) {
    public Hosts {
      clients = Map.copyOf(clients);
      redirects = List.copyOf(redirects);
    }
  }

  /**
   * An OAuth client that a code host knows.
   *
   * @param address of the host; empty for the public one of its kind
   */
  public record HostClient(Optional<String> address, String id, String secret) {}

  /**
   * The services that answer as language models.
   *
   * @param dailyTokens of each; more are refused until the next day (UTC)
   */
  public record Providers(
      Optional<String> openAiKey, Optional<String> anthropicKey, long dailyTokens) {}

  public boolean isProduction() {
    return environment.equals("production");
  }

  public boolean plays(Role role) {
    return roles.contains(role);
  }
}
