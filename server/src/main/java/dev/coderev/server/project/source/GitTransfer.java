package dev.coderev.server.project.source;

import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.web.OutgoingAddresses;
import dev.coderev.server.project.RepositoryLogins.Login;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.springframework.stereotype.Component;

/**
 * Brings single commits of a repository into an empty one of ours. Nothing is checked out and no
 * redirect is followed, so no hook, filter, link or submodule of the other side has any effect.
 */
@Component
class GitTransfer {
  private static final int TIMEOUT_SECONDS = 60;

  private final OutgoingAddresses addresses;

  GitTransfer(OutgoingAddresses addresses) {
    this.addresses = addresses;
  }

  /**
   * Fetches commits without their history.
   *
   * @param commits what is fetched: a ref, with the name that it gets here, or a commit by its name
   * @throws JobFailed if the repository cannot be read or is too large
   */
  Git fetch(String url, Optional<Login> login, Path folder, List<RefSpec> commits) {
    String host = Optional.ofNullable(URI.create(url).getHost()).orElse("");
    addresses
        .objection(host)
        .ifPresent(why -> {
          throw new JobFailed("the repository may not be read: " + why);
        });
    TransferGuard guard = new TransferGuard(folder);
    Git git = empty(folder);
    try {
      git.fetch()
          .setRemote(url)
          .setRefSpecs(commits)
          .setDepth(1)
          .setTagOpt(TagOpt.NO_TAGS)
          .setTimeout(TIMEOUT_SECONDS)
          .setProgressMonitor(guard)
          .setCredentialsProvider(
              login
                  .map(with -> new UsernamePasswordCredentialsProvider(with.user(), with.secret()))
                  .orElse(null))
          .call();
      return git;
    } catch (GitAPIException | RuntimeException failure) {
      git.close();
      throw new JobFailed(
          guard.isCancelled()
              ? "the repository is larger than the limit"
              : "the repository cannot be read",
          failure);
    }
  }

  private static Git empty(Path folder) {
    try {
      Git git = Git.init().setDirectory(folder.toFile()).call();
      StoredConfig config = git.getRepository().getConfig();
      config.setString("http", null, "followRedirects", "false");
      config.save();
      return git;
    } catch (GitAPIException | IOException failure) {
      throw new JobFailed("there is no room for the repository", failure);
    }
  }
}
