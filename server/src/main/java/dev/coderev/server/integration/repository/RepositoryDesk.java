package dev.coderev.server.integration.repository;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.integration.hook.Webhook;
import dev.coderev.server.integration.hook.Webhooks;
import dev.coderev.server.integration.host.Host;
import dev.coderev.server.integration.host.HostFailed;
import dev.coderev.server.integration.host.HostRepository;
import dev.coderev.server.integration.host.RepositoryHost;
import dev.coderev.server.integration.oauth.ConnectedHosts;
import dev.coderev.server.integration.oauth.Connection;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.Visible;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.project.ProjectSources;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Shows the repositories that users see at their hosts, and links them to projects. */
@Service
class RepositoryDesk {
  private static final Logger LOG = LoggerFactory.getLogger("integration");

  /**
   * A repository that was linked.
   *
   * @param webhook empty where the host's deliveries would not be understood
   */
  record Linked(String projectId, Optional<NewHook> webhook) {}

  /**
   * A webhook with its secret, which is shown this once.
   *
   * @param registered whether the host knows it already
   */
  record NewHook(Webhook hook, String secret, boolean registered) {}

  private final ConnectedHosts hosts;
  private final SeenRepositories seen;
  private final RepositoryLinks links;
  private final Webhooks webhooks;
  private final ProjectAccess projects;
  private final ProjectSources sources;
  private final AuditLog audit;
  private final TransactionOperations transaction;
  private final String publicUrl;

  RepositoryDesk(
      ConnectedHosts hosts,
      SeenRepositories seen,
      RepositoryLinks links,
      Webhooks webhooks,
      ProjectAccess projects,
      ProjectSources sources,
      AuditLog audit,
      TransactionOperations transaction,
      ServerSettings settings) {
    this.hosts = hosts;
    this.seen = seen;
    this.links = links;
    this.webhooks = webhooks;
    this.projects = projects;
    this.sources = sources;
    this.audit = audit;
    this.transaction = transaction;
    this.publicUrl = settings.web().publicUrl();
  }

  /** All that a user sees, by name. */
  List<HostRepository> all(Caller caller, Optional<String> provider, Optional<String> search) {
    String text = search.orElse("").toLowerCase(Locale.ROOT);
    return hosts.of(caller.userId()).stream()
        .filter(connection -> provider.filter(id -> !connection.host().id().equals(id)).isEmpty())
        .flatMap(connection -> repositories(connection).stream())
        .filter(repository -> repository.fullName().toLowerCase(Locale.ROOT).contains(text))
        .sorted(
            Comparator.comparing((HostRepository one) -> one.fullName().toLowerCase(Locale.ROOT))
                .thenComparing(HostRepository::id))
        .toList();
  }

  private List<HostRepository> repositories(Connection connection) {
    try {
      return seen.of(connection);
    } catch (HostFailed failure) {
      throw failed(connection.host());
    }
  }

  private static Problem failed(Host host) {
    return Problem.of(ProblemCode.PROVIDER_ERROR, host.id() + " did not answer as it should.");
  }

  HostRepository get(Caller caller, String repoId) {
    return hosts.of(caller.userId()).stream()
        .filter(connection -> repoId.startsWith("repo_" + connection.host().id() + "_"))
        .flatMap(connection -> repositories(connection).stream())
        .filter(repository -> repository.id().equals(repoId))
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /** The repositories that are linked to a project that the caller sees. */
  Set<String> linked(Caller caller) {
    return links.linked(projects.visible(caller));
  }

  /** What the host says of a repository; what it hides is not there. */
  <T> T ask(Caller caller, HostRepository repository, Function<RepositoryHost, T> question) {
    try {
      return question.apply(hosts.repositories(caller.userId(), repository.host()));
    } catch (HostFailed failure) {
      throw failure.isRefusal() ? Problem.notFound() : failed(repository.host());
    }
  }

  /** Links the repository to a project, or to a new one, and asks the host to tell of changes. */
  Linked connect(Caller caller, String repoId, Optional<String> projectId) {
    projectId.ifPresent(id -> projects.require(caller, id, ProjectRole.MAINTAINER));
    HostRepository repository = get(caller, repoId);
    Linked linked = transaction.execute(_ -> link(caller, repository, projectId));
    if (linked.webhook().isEmpty()) {
      return linked;
    }
    NewHook made = linked.webhook().get();
    return new Linked(
        linked.projectId(),
        Optional.of(
            new NewHook(
                made.hook(),
                made.secret(),
                register(caller, repository, linked.projectId(), made))));
  }

  /** A host that does not take the webhook leaves it to a person, who knows address and secret. */
  private boolean register(
      Caller caller, HostRepository repository, String projectId, NewHook made) {
    try {
      Optional<String> hook =
          hosts
              .repositories(caller.userId(), repository.host())
              .addHook(repository, made.hook().deliveryUrl(publicUrl), made.secret());
      hook.ifPresent(id -> links.setRemoteHook(projectId, id));
      return hook.isPresent();
    } catch (HostFailed | Problem _) {
      LOG.atWarn().addKeyValue("object_id", made.hook().id()).log("webhook_not_registered");
      return false;
    }
  }

  private Linked link(Caller caller, HostRepository repository, Optional<String> wanted) {
    Visible own = new Visible(false, projects.ids(caller, ProjectRole.VIEWER));
    if (!links.of(repository.id(), own).isEmpty()) {
      throw Problem.of(ProblemCode.CONFLICT, "The repository is connected to a project.");
    }
    String address = hosts.address(repository.host());
    String url = address + "/" + repository.fullName() + ".git";
    String project =
        wanted.orElseGet(
            () -> sources.create(caller, repository.name(), repository.language(), url));
    if (!sources.tie(project, url)) {
      throw Problem.of(ProblemCode.CONFLICT, "The project has another repository.");
    }
    Optional<NewHook> hook =
        Host.WITH_WEBHOOKS.contains(repository.host().id())
            ? Optional.of(hook(caller, repository, project, address))
            : Optional.empty();
    links.add(
        new RepositoryLink(
            project,
            repository.id(),
            repository.fullName(),
            url,
            hook.map(made -> made.hook().id()),
            Optional.empty(),
            caller.userId()));
    audit.record(
        AuditEntry.of("repository_connected", caller)
            .on("project", project)
            .detail("repository", repository.fullName()));
    return new Linked(project, hook);
  }

  private NewHook hook(Caller caller, HostRepository repository, String project, String address) {
    String secret = Webhooks.newSecret();
    Webhook hook =
        webhooks.add(
            new Webhooks.Wanted(
                project,
                repository.host(),
                address,
                repository.fullName(),
                caller.userId(),
                secret,
                Optional.empty(),
                true));
    return new NewHook(hook, secret, false);
  }

  /**
   * Takes the repository from every project that the caller maintains; findings stay.
   *
   * @throws Problem if the caller sees no such project, or maintains none of them
   */
  void disconnect(Caller caller, String repoId) {
    List<RepositoryLink> visible = links.of(repoId, projects.visible(caller));
    if (visible.isEmpty()) {
      throw Problem.notFound();
    }
    List<RepositoryLink> maintained =
        links.of(repoId, projects.visible(caller, ProjectRole.MAINTAINER));
    if (maintained.isEmpty()) {
      projects.require(caller, visible.getFirst().projectId(), ProjectRole.MAINTAINER);
    }
    for (RepositoryLink link : maintained) {
      transaction.executeWithoutResult(_ -> {
        sources.untie(link.projectId(), link.cloneUrl());
        link.webhookId().ifPresent(webhooks::remove);
        links.remove(link.projectId());
        audit.record(
            AuditEntry.of("repository_disconnected", caller).on("project", link.projectId()));
      });
      link.remoteHook().ifPresent(hook -> forget(link, hook));
    }
  }

  /** Best effort: a webhook that stays at the host is answered as unknown. */
  private void forget(RepositoryLink link, String hook) {
    try {
      hosts.repositories(link.userId(), link.host()).removeHook(link.repository(), hook);
    } catch (HostFailed | Problem _) {
      // the host, or the connection to it, is gone
    }
  }
}
