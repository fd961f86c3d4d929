package dev.coderev.server.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class SourceIntegrationTests {
  private final Person owner = TestUsers.person();
  private final String path = "/api/projects/" + TestProjects.create(owner);

  private Answer upload(String type, byte[] archive) {
    return owner
        .client()
        .with("Content-Type", type)
        .send("PUT", path + "/source", BodyPublishers.ofByteArray(archive));
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(TarArchiveEntry entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void storesFilesAndShowsThem() {
    TestProjects.upload(owner, path.substring(14), Map.of("src/a.py", "x = 1\n", "README", "hi"));
    Answer root = owner.client().get(path + "/files").expect(200);
    assertThat(root.field("items.0.name")).isEqualTo("README");
    assertThat(root.field("items.1.type")).isEqualTo("directory");
    assertThat(owner.client().get(path + "/files?path=src").field("items.0.path"))
        .isEqualTo("src/a.py");
    Answer content = owner.client().get(path + "/files/content?path=src/a.py").expect(200);
    assertThat(content.field("content")).isEqualTo("x = 1\n");
    assertThat(content.field("language")).isEqualTo("python");
    assertThat(content.field("encoding")).isEqualTo("utf-8");
  }

  @Test
  void refusesPathsOutOfTheProject() {
    for (String evil : List.of("../etc/passwd", "/etc/passwd", "a/../../b", "a%5Cb", "C:x")) {
      owner.client().get(path + "/files?path=" + evil).problem(422, "validation_failed");
      owner.client().get(path + "/files/content?path=" + evil).problem(422, "validation_failed");
    }
    owner
        .client()
        .put(path + "/source", Map.of("files", List.of(Map.of("path", "../x", "content", "y"))))
        .problem(422, "validation_failed");
    owner.client().get(path + "/files/content?path=none").problem(404, "not_found");
  }

  @Test
  void takesArchives() throws IOException {
    upload("application/zip", zip(Map.of("a.py", text("1"), "b/c.py", text("2")))).expect(200);
    assertThat(owner.client().get(path + "/files").json().at("/items").size()).isEqualTo(2);
    Answer tar =
        upload("application/gzip", tar(new TarArchiveEntry("d.py"), text("3"))).expect(200);
    assertThat(tar.json().at("/files").asInt()).isEqualTo(1);
    assertThat(owner.client().get(path + "/files").field("items.0.name")).isEqualTo("d.py");
  }

  @Test
  void refusesHostileArchivesWhole() throws IOException {
    upload("application/zip", zip(Map.of("../evil.py", text("1"))))
        .problem(422, "validation_failed");
    upload("application/zip", zip(Map.of("bomb", new byte[9 << 20])))
        .problem(422, "validation_failed");
    upload("application/zip", text("no archive")).problem(422, "validation_failed");
    upload("application/gzip", text("no archive")).problem(422, "validation_failed");
    TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
    link.setLinkName("/etc/passwd");
    upload("application/gzip", tar(link, new byte[0])).problem(422, "validation_failed");
    owner.client().get(path + "/files").problem(404, "not_found");
    upload("text/plain", text("x")).problem(415, "unsupported_media_type");
  }

  @Test
  void refusesTooLargeBodiesAlsoChunkedOnes() {
    byte[] large = new byte[11 << 20];
    Answer refused = upload("application/zip", large).problem(413, "payload_too_large");
    assertThat(refused.json().at("/limit_bytes").asLong()).isEqualTo(10 << 20);
    owner
        .client()
        .with("Content-Type", "application/zip")
        .send(
            "PUT",
            path + "/source",
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))
        .problem(413, "payload_too_large");
  }

  @Test
  void readsOnlyFoldersThatAnOperatorAllowed() throws IOException {
    Path allowed = Files.createDirectories(TestServer.dataFolder().resolve("sources/demo"));
    Files.writeString(allowed.resolve("main.py"), "x = 1\n");
    Answer taken =
        owner
            .client()
            .put(path + "/source", Map.of("local_folder", allowed.toString()))
            .expect(200);
    assertThat(taken.field("origin")).isEqualTo("folder");
    for (String folder : List.of("/etc", allowed + "/../..", "relative", "\u0000")) {
      owner
          .client()
          .put(path + "/source", Map.of("local_folder", folder))
          .problem(422, "validation_failed");
    }
    Person member = TestUsers.person();
    owner.client().post(path + "/team", Map.of("user_id", member.id()));
    member
        .client()
        .put(path + "/source", Map.of("local_folder", allowed.toString()))
        .problem(403, "forbidden");
  }

  @Test
  void storesBytesAsTheyAre() {
    owner
        .client()
        .put(
            path + "/source",
            Map.of(
                "files", List.of(Map.of("path", "x.bin", "content", "AP8=", "encoding", "base64"))))
        .expect(200);
    Answer content = owner.client().get(path + "/files/content?path=x.bin").expect(200);
    assertThat(content.field("encoding")).isEqualTo("base64");
    assertThat(content.field("content")).isEqualTo("AP8=");
    owner
        .client()
        .put(
            path + "/source",
            Map.of("files", List.of(Map.of("path", "x", "content", "%", "encoding", "base64"))))
        .problem(422, "validation_failed");
  }
}
