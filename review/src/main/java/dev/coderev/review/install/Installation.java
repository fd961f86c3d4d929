package dev.coderev.review.install;

import dev.coderev.analysis.engine.RulePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The folder of jars that CodeRev was started from, with what the build prepared there. Everything
 * prepared can be left out: then it is worked out anew.
 */
public final class Installation {
  private static final String PACK = "rules.pack";

  /** The jars whose content decides what a pack holds. */
  private static final List<String> CONTENT = List.of("coderev-analysis-", "coderev-rules-");

  /** The jars whose version, which is in their name, decides it too. */
  private static final List<String> VERSIONS = List.of("snakeyaml-", "tree-sitter-");

  private final Path folder;

  Installation(Path folder) {
    this.folder = folder;
  }

  /** The installation that this code runs from; none where it runs from folders of classes. */
  public static Optional<Installation> running() {
    CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
    if (source == null || !source.getLocation().getPath().endsWith(".jar")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent())
          .map(Installation::new);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The built-in rules, if they were prepared from just these jars. */
  public Optional<RulePack> builtInRules() {
    Path pack = folder.resolve(PACK);
    try {
      return Files.isReadable(pack)
          ? RulePack.open(Files.readAllBytes(pack), origin())
          : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** What this installation consists of; another one, or a changed one, has another identity. */
  public Optional<String> identity() {
    try {
      return Optional.of(new String(origin(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Path folder() {
    return folder;
  }

  Path pack() {
    return folder.resolve(PACK);
  }

  /** What a pack is made from: the JDK with its parser, our code and rules, the grammars. */
  byte[] origin() throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(Runtime.version().toString());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : files) {
        String name = String.valueOf(jar.getFileName());
        if (CONTENT.stream().anyMatch(name::startsWith)) {
          parts.add(name + ":" + checksum(jar));
        } else if (VERSIONS.stream().anyMatch(name::startsWith)) {
          parts.add(name);
        }
      }
    }
    parts.sort(null);
    return String.join(" ", parts).getBytes(StandardCharsets.UTF_8);
  }

  private static long checksum(Path jar) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(Files.readAllBytes(jar));
    return sum.getValue();
  }
}
