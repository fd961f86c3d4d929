package dev.coderev.server.project.source;

import dev.coderev.server.audit.AuditEntry;
import dev.coderev.server.audit.AuditLog;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.database.TemporaryFolder;
import dev.coderev.server.platform.database.Workspace;
import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Faults;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.id.Ids;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.project.SourceSnapshots;
import dev.coderev.server.project.SourceSnapshots.Snapshot;
import dev.coderev.server.project.source.Snapshots.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The source of a project: how it comes in, and what is stored. */
@RestController
class SourceController {
  private static final int MOST_SHOWN = 1 << 20;

  /** One uploaded file; text, or bytes in Base64. */
  record UploadedFile(@Nullable String path, @Nullable String content, @Nullable String encoding) {}

  /** Where the source comes from: files in the request, or a folder of the server's machine. */
  record Upload(@Nullable List<UploadedFile> files, @Nullable String localFolder) {}

  /** A stored state of the source. */
  record SnapshotView(String id, String ref, String origin, int files, Instant createdAt) {}

  /** An element of a folder. */
  record Entry(String name, String type, String path, Optional<Long> size) {}

  /** A file with its content. */
  record Content(
      String path, String content, String language, long size, String encoding, String sha) {}

  private final Sources sources;
  private final Snapshots snapshots;
  private final ProjectAccess projects;
  private final AuditLog audit;
  private final Workspace workspace;

  SourceController(
      Sources sources,
      Snapshots snapshots,
      ProjectAccess projects,
      AuditLog audit,
      Workspace workspace) {
    this.workspace = workspace;
    this.sources = sources;
    this.snapshots = snapshots;
    this.projects = projects;
    this.audit = audit;
  }

  @PutMapping(path = "/api/projects/{id}/source", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(value = Who.MEMBER, scope = Scope.PROJECT_WRITE)
  SnapshotView upload(@PathVariable String id, @RequestBody Upload body, Caller caller) {
    projects.require(caller, id, ProjectRole.MEMBER);
    if ((body.files() == null) == (body.localFolder() == null)) {
      throw Problem.invalid(Fault.body("files", "give either files or local_folder", "missing"));
    }
    if (body.localFolder() != null) {
      projects.require(caller, id, ProjectRole.MAINTAINER);
      return taken(sources.takeFolder(id, body.localFolder()), caller);
    }
    return taken(
        sources.takeFiles(id, contents(body.files() == null ? List.of() : body.files())), caller);
  }

  private static Map<String, byte[]> contents(List<UploadedFile> files) {
    Faults faults = new Faults();
    Map<String, byte[]> contents = new LinkedHashMap<>();
    if (files.isEmpty()) {
      faults.add("files", "needs at least one file", "too_short");
    }
    for (int i = 0; i < files.size(); i++) {
      UploadedFile file = files.get(i);
      String field = "files." + i;
      faults
          .text(field + ".path", file.path(), 1, 1000)
          .required(field + ".content", file.content());
      if (file.path() != null && file.content() != null) {
        Optional<String> path = SourcePath.plain(file.path()).filter(p -> !p.isEmpty());
        if (path.isEmpty()) {
          faults.add(field + ".path", "is not a path within the project", "invalid_path");
        } else {
          bytes(file, field, faults).ifPresent(content -> contents.put(path.get(), content));
        }
      }
    }
    faults.throwIfAny();
    return contents;
  }

  private static Optional<byte[]> bytes(UploadedFile file, String field, Faults faults) {
    String content = String.valueOf(file.content());
    String encoding = file.encoding() == null ? "utf-8" : file.encoding();
    switch (encoding) {
      case "utf-8" -> {
        return Optional.of(content.getBytes(StandardCharsets.UTF_8));
      }
      case "base64" -> {
        try {
          return Optional.of(Base64.getDecoder().decode(content));
        } catch (IllegalArgumentException _) {
          faults.add(field + ".content", "is not Base64", "invalid_base64");
          return Optional.empty();
        }
      }
      default -> {
        faults.add(field + ".encoding", "must be utf-8 or base64", "invalid_choice");
        return Optional.empty();
      }
    }
  }

  @PutMapping(
      path = "/api/projects/{id}/source",
      consumes = {"application/zip", "application/gzip"})
  @Access(value = Who.MEMBER, scope = Scope.PROJECT_WRITE)
  SnapshotView uploadArchive(@PathVariable String id, HttpServletRequest request, Caller caller)
      throws IOException {
    projects.require(caller, id, ProjectRole.MEMBER);
    try (TemporaryFolder folder = workspace.open()) {
      Path archive = folder.path().resolve("archive");
      Files.copy(request.getInputStream(), archive);
      boolean zip = String.valueOf(request.getContentType()).startsWith("application/zip");
      return taken(zip ? sources.takeZip(id, archive) : sources.takeTar(id, archive), caller);
    }
  }

  private SnapshotView taken(Snapshot snapshot, Caller caller) {
    audit.record(AuditEntry.of("source_stored", caller).on("project", snapshot.projectId()));
    return new SnapshotView(
        snapshot.id(),
        snapshot.ref(),
        snapshot.origin(),
        snapshots.files(snapshot.id()).size(),
        snapshot.createdAt());
  }

  @GetMapping("/api/projects/{id}/files")
  @Access(value = Who.READ, scope = Scope.PROJECT_READ)
  Page<Entry> list(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String path,
      @RequestParam(required = false) @Nullable String ref,
      Caller caller,
      Paging paging) {
    String folder = SourcePath.ofQuery(path);
    Snapshot snapshot = snapshot(id, ref, caller);
    String prefix = folder.isEmpty() ? "" : folder + "/";
    Map<String, Entry> entries = new TreeMap<>();
    for (StoredFile file : snapshots.files(snapshot.id())) {
      if (file.path().startsWith(prefix)) {
        String rest = file.path().substring(prefix.length());
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        entries.putIfAbsent(
            name,
            slash < 0
                ? new Entry(name, "file", file.path(), Optional.of(file.size()))
                : new Entry(name, "directory", prefix + name, Optional.empty()));
      }
    }
    if (entries.isEmpty() && !folder.isEmpty()) {
      throw Problem.notFound();
    }
    return Page.slice(new ArrayList<>(entries.values()), paging);
  }

  @GetMapping("/api/projects/{id}/files/content")
  @Access(value = Who.READ, scope = Scope.PROJECT_READ)
  Content content(
      @PathVariable String id,
      @RequestParam String path,
      @RequestParam(required = false) @Nullable String ref,
      Caller caller) {
    String file = SourcePath.ofQuery(path);
    Snapshot snapshot = snapshot(id, ref, caller);
    StoredFile stored =
        snapshots.files(snapshot.id()).stream()
            .filter(candidate -> candidate.path().equals(file))
            .findFirst()
            .orElseThrow(Problem::notFound);
    if (stored.size() > MOST_SHOWN) {
      throw Problem.of(ProblemCode.PAYLOAD_TOO_LARGE).with("limit_bytes", MOST_SHOWN);
    }
    byte[] bytes = snapshots.content(snapshot.id(), file).orElseThrow(Problem::notFound);
    Optional<String> text = text(bytes);
    return new Content(
        file,
        text.orElseGet(() -> Base64.getEncoder().encodeToString(bytes)),
        FileLanguage.of(file),
        bytes.length,
        text.isPresent() ? "utf-8" : "base64",
        stored.sha());
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private Snapshot snapshot(String projectId, @Nullable String ref, Caller caller) {
    projects.require(caller, projectId, ProjectRole.VIEWER);
    if (ref != null && !Ids.isForm(ref.replace('/', '-').replace('.', '-'))) {
      throw Problem.invalid(Fault.query("ref", "is not the name of a branch", "invalid_ref"));
    }
    return snapshots
        .latest(projectId, ref == null ? SourceSnapshots.MAIN : ref)
        .orElseThrow(Problem::notFound);
  }
}
