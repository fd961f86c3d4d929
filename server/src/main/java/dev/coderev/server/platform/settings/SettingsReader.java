package dev.coderev.server.platform.settings;

import dev.coderev.server.platform.settings.ServerSettings.Alerts;
import dev.coderev.server.platform.settings.ServerSettings.Analysis;
import dev.coderev.server.platform.settings.ServerSettings.Database;
import dev.coderev.server.platform.settings.ServerSettings.Evolution;
import dev.coderev.server.platform.settings.ServerSettings.HostClient;
import dev.coderev.server.platform.settings.ServerSettings.Hosts;
import dev.coderev.server.platform.settings.ServerSettings.Identity;
import dev.coderev.server.platform.settings.ServerSettings.LocalModel;
import dev.coderev.server.platform.settings.ServerSettings.Logs;
import dev.coderev.server.platform.settings.ServerSettings.Mail;
import dev.coderev.server.platform.settings.ServerSettings.Monitoring;
import dev.coderev.server.platform.settings.ServerSettings.Providers;
import dev.coderev.server.platform.settings.ServerSettings.Tracing;
import dev.coderev.server.platform.settings.ServerSettings.Web;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the settings from variables; all that is wrong is reported at once. */
public final class SettingsReader {
  private static final Set<String> ENVIRONMENTS =
      Set.of("development", "dev", "local", "test", "production");
  private static final Set<String> LEVELS =
      Set.of("DEBUG", "INFO", "WARNING", "WARN", "ERROR", "CRITICAL");
  private static final int LEAST_KEY_BYTES = 32;
  private static final String HTTP_ADDRESS = "https?://[^\\s/]+.*";

  private final Map<String, String> variables;
  private final List<String> faults = new ArrayList<>();

  private SettingsReader(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /**
   * The settings that these variables give.
   *
   * @throws SettingsInvalid naming every variable that is wrong or missing
   */
  public static ServerSettings read(Map<String, String> variables) {
    SettingsReader reader = new SettingsReader(variables);
    ServerSettings settings = reader.read();
    if (!reader.faults.isEmpty()) {
      throw new SettingsInvalid(reader.faults);
    }
    return settings;
  }

  private ServerSettings read() {
    String environment = choice("ENVIRONMENT", "development", ENVIRONMENTS);
    boolean production = environment.equals("production");
    Path data = Path.of(text("DATA_PATH").orElse("data")).toAbsolutePath().normalize();
    return new ServerSettings(
        text("APP_NAME").orElse("AI Code Review Platform"),
        environment,
        roles(),
        data,
        text("WORKSPACE_PATH")
            .map(path -> Path.of(path).toAbsolutePath().normalize())
            .orElse(data.resolve("workspace")),
        secretKey(production),
        web(production),
        database(production),
        identity(production),
        new Analysis(
            seconds("ANALYSIS_SYNC_BUDGET_SECONDS", 10, 0, 300),
            list("ALLOWED_LOCAL_FOLDERS").stream()
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .toList(),
            new HashSet<>(list("ALLOWED_PRIVATE_HOSTS")),
            seconds("SCAN_INTERVAL", 3600, 0, 604_800)),
        logs(Set.of("development", "dev", "local").contains(environment)),
        mail(),
        providers(),
        hosts(),
        new LocalModel(
            Path.of(text("MODEL_PATH").orElse("models/base")).toAbsolutePath().normalize(),
            bool("MODEL_API_ENABLED", true)),
        metrics(production),
        tracing(),
        new Alerts(
            text("PAGERDUTY_API_KEY"),
            address("PAGERDUTY_URL").orElse("https://events.pagerduty.com").replaceAll("/+$", ""),
            address("SLACK_WEBHOOK_URL")),
        new Evolution(
            Duration.ofHours(number("EVOLUTION_CYCLE_INTERVAL_HOURS", 6, 1, 720)),
            bool("SHADOW_TRAFFIC_ENABLED", true),
            number("SHADOW_PERCENTAGE", 100, 0, 100)));
  }

  private Optional<String> secretKey(boolean production) {
    Optional<String> key = text("SECRET_KEY");
    if (key.isEmpty() && production) {
      faults.add("SECRET_KEY is required in production");
    }
    key.filter(value -> value.length() < LEAST_KEY_BYTES)
        .ifPresent(_ -> faults.add("SECRET_KEY needs at least " + LEAST_KEY_BYTES + " bytes"));
    return key;
  }

  private Web web(boolean production) {
    List<String> origins = list("CORS_ORIGINS");
    if (origins.isEmpty()) {
      if (production) {
        faults.add("CORS_ORIGINS is required in production");
      }
      origins =
          List.of(
              "http://localhost:3000",
              "http://127.0.0.1:3000",
              "http://localhost:5173",
              "http://127.0.0.1:5173");
    }
    if (origins.contains("*")) {
      faults.add("CORS_ORIGINS may not be *: name the origins");
    }
    String url = text("PUBLIC_URL").orElse("http://localhost:8000");
    if (!url.matches(HTTP_ADDRESS)) {
      faults.add("PUBLIC_URL must be an http or https address");
      url = "http://localhost:8000";
    }
    return new Web(
        text("HOST").orElse(production ? "0.0.0.0" : "127.0.0.1"),
        number("PORT", 8000, 0, 65535),
        url,
        new HashSet<>(list("TRUSTED_PROXIES")),
        origins,
        number("RATE_LIMIT_REQUESTS", 100, 1, 1_000_000),
        seconds("RATE_LIMIT_WINDOW", 60, 1, 86_400),
        number("MAX_REQUEST_SIZE_MB", 10, 1, 1024) * 1024L * 1024,
        bool("REQUIRE_IF_MATCH", false));
  }

  private Database database(boolean production) {
    Optional<String> url = text("DATABASE_URL");
    if (url.isEmpty() && production) {
      faults.add("DATABASE_URL is required in production");
    }
    Optional<DatabaseUrl> read = url.flatMap(DatabaseUrl::read);
    if (url.isPresent() && read.isEmpty()) {
      faults.add(
          "DATABASE_URL must begin with postgresql:// or jdbc:postgresql:// and name a host and a"
              + " database");
    }
    return new Database(
        read.map(DatabaseUrl::address),
        once("DATABASE_USER", read.flatMap(DatabaseUrl::user)).orElse("coderev"),
        once("DATABASE_PASSWORD", read.flatMap(DatabaseUrl::password)));
  }

  /** What a variable or the database's address says; both may, if they say the same. */
  private Optional<String> once(String name, Optional<String> inAddress) {
    Optional<String> apart = text(name);
    if (apart.isPresent() && inAddress.isPresent() && !apart.equals(inAddress)) {
      faults.add(name + " says something else than DATABASE_URL");
    }
    return inAddress.or(() -> apart);
  }

  private Identity identity(boolean production) {
    String mode =
        choice(
            "REGISTRATION_MODE",
            production ? "invite" : "open",
            Set.of("open", "invite", "closed"));
    return new Identity(
        RegistrationMode.valueOf(mode.toUpperCase(Locale.ROOT)),
        text("ADMIN_EMAIL").orElse("admin@localhost.localdomain"),
        Duration.ofMinutes(number("ACCESS_TOKEN_EXPIRE_MINUTES", 15, 1, 15)),
        Duration.ofDays(number("REFRESH_TOKEN_EXPIRE_DAYS", 7, 1, 365)),
        Duration.ofDays(number("REFRESH_TOKEN_REMEMBER_DAYS", 30, 1, 365)));
  }

  private Logs logs(boolean development) {
    String level = text("LOG_LEVEL").orElse("INFO").toUpperCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      faults.add("LOG_LEVEL must be DEBUG, INFO, WARNING, ERROR or CRITICAL");
    }
    String format = choice("LOG_FORMAT", "json", Set.of("json", "text"));
    return new Logs(
        level,
        format.equals("json"),
        text("LOG_FILE").map(Path::of),
        bool("LOG_CALLER", false) && development);
  }

  private Mail mail() {
    return new Mail(
        text("SMTP_HOST"),
        number("SMTP_PORT", 587, 1, 65535),
        text("SMTP_USER"),
        text("SMTP_PASSWORD"),
        text("MAIL_FROM").orElse("coderev@localhost.localdomain"),
        list("REPORT_RECIPIENT_DOMAINS").stream()
            .map(domain -> domain.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
  }

  private Hosts hosts() {
    Map<String, HostClient> clients = new HashMap<>();
    for (String host : List.of("github", "gitlab", "bitbucket")) {
      String prefix = host.toUpperCase(Locale.ROOT);
      Optional<String> address = address(prefix + "_URL").map(url -> url.replaceAll("/+$", ""));
      Optional<String> id = text(prefix + "_CLIENT_ID");
      Optional<String> secret = text(prefix + "_CLIENT_SECRET");
      if (id.isPresent() && secret.isPresent()) {
        clients.put(host, new HostClient(address, id.get(), secret.get()));
      } else if (id.isPresent() || secret.isPresent()) {
        faults.add(prefix + "_CLIENT_ID and " + prefix + "_CLIENT_SECRET go together");
      }
    }
    List<String> redirects = list("OAUTH_REDIRECT_URIS");
    if (!redirects.stream().allMatch(uri -> uri.matches(HTTP_ADDRESS))) {
      faults.add("OAUTH_REDIRECT_URIS must be http or https addresses");
    }
    return new Hosts(text("GITHUB_WEBHOOK_SECRET"), clients, bool("OAUTH_LOGIN", false), redirects);
  }

  /** An http or https address, if there is one. */
  private Optional<String> address(String name) {
    Optional<String> url = text(name);
    if (url.filter(text -> !text.matches(HTTP_ADDRESS)).isPresent()) {
      faults.add(name + " must be an http or https address");
    }
    return url;
  }

  private Providers providers() {
    return new Providers(
        text("OPENAI_API_KEY"),
        text("ANTHROPIC_API_KEY"),
        number("PROVIDER_DAILY_TOKENS", 10_000_000, 0, 1_000_000_000));
  }

  private Monitoring metrics(boolean production) {
    String access =
        choice("METRICS_ACCESS", production ? "token" : "open", Set.of("open", "token", "off"));
    return new Monitoring(
        MetricsAccess.valueOf(access.toUpperCase(Locale.ROOT)),
        choice("METRICS_PROJECT_LABEL", "on", Set.of("on", "off")).equals("on"),
        number("METRICS_PROJECT_LIMIT", 50, 0, 1000),
        text("COMMIT_HASH").orElse("unknown"));
  }

  private Tracing tracing() {
    return new Tracing(
        address("OTEL_EXPORTER_OTLP_ENDPOINT"),
        ratio("TRACE_SAMPLE_RATIO", 0.1),
        new HashSet<>(list("TRACE_PROPAGATION_HOSTS")));
  }

  private double ratio(String name, double otherwise) {
    Optional<String> written = text(name);
    if (written.isEmpty()) {
      return otherwise;
    }
    if (written.get().matches("0(\\.\\d+)?|1(\\.0+)?")) {
      return Double.parseDouble(written.get());
    }
    faults.add(name + " must be a number between 0 and 1");
    return otherwise;
  }

  private Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : list("ROLES")) {
      if (word.equals("all")) {
        return EnumSet.allOf(Role.class);
      }
      Role.byId(word)
          .ifPresentOrElse(
              roles::add, () -> faults.add("ROLES may name web, worker and model, or all"));
    }
    return roles.isEmpty() ? EnumSet.allOf(Role.class) : roles;
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** A comma list, or a JSON list of plain texts. */
  private List<String> list(String name) {
    String written = text(name).orElse("");
    String bare =
        written.startsWith("[") && written.endsWith("]")
            ? written.substring(1, written.length() - 1).replace("\"", "")
            : written;
    return Arrays.stream(bare.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private String choice(String name, String otherwise, Set<String> allowed) {
    String value = text(name).orElse(otherwise).toLowerCase(Locale.ROOT);
    if (!allowed.contains(value)) {
      faults.add(name + " must be one of " + String.join(", ", allowed.stream().sorted().toList()));
      return otherwise;
    }
    return value;
  }

  private int number(String name, int otherwise, int least, int most) {
    Optional<String> written = text(name);
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(written.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // reported below, together with what lies outside of the range
    }
    faults.add(name + " must be a number between " + least + " and " + most);
    return otherwise;
  }

  private Duration seconds(String name, int otherwise, int least, int most) {
    return Duration.ofSeconds(number(name, otherwise, least, most));
  }

  private boolean bool(String name, boolean otherwise) {
    return Boolean.parseBoolean(choice(name, Boolean.toString(otherwise), Set.of("true", "false")));
  }
}
