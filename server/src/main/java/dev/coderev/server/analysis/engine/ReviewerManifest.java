package dev.coderev.server.analysis.engine;

import dev.coderev.analysis.rule.RuleResources;
import dev.coderev.review.install.BuiltInRules;
import dev.coderev.server.platform.id.Secrets;
import dev.coderev.server.platform.settings.Version;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that decides what the reviewer of this build finds.
 *
 * @param rules the digest over the names and contents of the built-in rules
 * @param engine the version of the build
 */
public record ReviewerManifest(String rules, String engine) {
  private static final int DIGITS = 32;

  /** The manifest of the reviewer that runs here. */
  public static ReviewerManifest running() {
    RuleResources source = BuiltInRules.source();
    StringBuilder digests = new StringBuilder();
    source.paths().stream()
        .sorted()
        .forEach(path ->
            digests
                .append(path)
                .append(' ')
                .append(Secrets.sha256(source.text(path)))
                .append('\n'));
    return new ReviewerManifest(Secrets.sha256(digests.toString()), Version.CURRENT);
  }

  /** The name that its content gives it. */
  public String versionId() {
    return idOf(parts());
  }

  /** The name of a version that is made of these parts. */
  public static String idOf(Map<String, String> parts) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(parts)
        .forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return "ver_" + Secrets.sha256(text.toString()).substring(0, DIGITS);
  }

  /** Its parts by name; those that this reviewer does without are {@code none}. */
  public Map<String, String> parts() {
    Map<String, String> parts = new TreeMap<>();
    parts.put("rules", rules);
    parts.put("engine", engine);
    for (String absent : new String[] {"model", "adapter", "prompts", "retrieval", "provider"}) {
      parts.put(absent, "none");
    }
    return parts;
  }

  /** The language model that judges; this reviewer has none. */
  public Optional<String> model() {
    return Optional.empty();
  }
}
