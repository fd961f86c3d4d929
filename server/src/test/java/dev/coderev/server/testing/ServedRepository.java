package dev.coderev.server.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

/** A Git repository of the test, and its smart HTTP as a code host has it. */
public final class ServedRepository implements AutoCloseable {
  private static final PersonIdent AUTHOR = new PersonIdent("A Person", "person@example.org");

  private final Path folder;
  private final Repository repository;
  private final List<String> credentials = new CopyOnWriteArrayList<>();
  private Optional<String> wanted = Optional.empty();

  private ServedRepository(Path folder, Repository repository) {
    this.folder = folder;
    this.repository = repository;
  }

  /** An empty repository, served below this path: {@code /owner/name.git}. */
  public static ServedRepository at(StandIn service, String path) {
    try {
      Path folder = Files.createTempDirectory("coderev-served");
      Repository repository =
          Git.init()
              .setBare(true)
              .setInitialBranch("main")
              .setDirectory(folder.toFile())
              .call()
              .getRepository();
      ServedRepository served = new ServedRepository(folder, repository);
      service.below(path, served::answer);
      return served;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers nobody without this user and password from now on. */
  public ServedRepository onlyFor(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    wanted = Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    return this;
  }

  /** A commit with exactly these files, at the tip of a branch. */
  public String commit(String branch, Optional<String> parent, Map<String, String> files) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache tree = DirCache.newInCore();
      DirCacheBuilder builder = tree.builder();
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(
            inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree.writeTree(inserter));
      parent.map(ObjectId::fromString).ifPresent(commit::setParentId);
      commit.setAuthor(AUTHOR);
      commit.setCommitter(AUTHOR);
      commit.setMessage("A change");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = repository.updateRef("refs/heads/" + branch);
      update.setNewObjectId(id);
      update.forceUpdate();
      return id.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String given = exchange.getRequestHeaders().getFirst("Authorization");
      if (wanted.isPresent() && !wanted.get().equals(given)) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"test\"");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      credentials.add(String.valueOf(given));
      UploadPack pack = new UploadPack(repository);
      pack.setBiDirectionalPipe(false);
      pack.setRequestPolicy(UploadPack.RequestPolicy.REACHABLE_COMMIT);
      boolean advertises = exchange.getRequestURI().getPath().endsWith("/info/refs");
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              "application/x-git-upload-pack-" + (advertises ? "advertisement" : "result"));
      InputStream in = exchange.getRequestBody();
      if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
        in = new GZIPInputStream(in);
      }
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        if (advertises) {
          PacketLineOut lines = new PacketLineOut(out);
          lines.writeString("# service=git-upload-pack\n");
          lines.end();
          pack.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
        } else {
          pack.upload(in, out, null);
        }
      }
    }
  }

  /** The credentials that requests came with, the oldest first. */
  public List<String> credentials() {
    return List.copyOf(credentials);
  }

  @Override
  public void close() {
    repository.close();
    try (var paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
