package dev.coderev.review.install;

import dev.coderev.analysis.engine.RulePackWriter;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.Rule;
import dev.coderev.analysis.rule.RuleSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A program that prepares an installation: it writes the built-in rules with parsed patterns. */
public final class InstallationBuild {
  private InstallationBuild() {}

  /** Prepares the installation in the folder of jars that is named. */
  public static void main(String[] arguments) throws IOException {
    prepare(new Installation(Path.of(arguments[0])));
  }

  static void prepare(Installation installation) throws IOException {
    List<Rule> rules = RuleSource.readAll(List.of(BuiltInRules.source())).orThrow();
    byte[] pack = RulePackWriter.write(rules, new Parsers(), installation.origin());
    Path part = installation.folder().resolve("rules.pack.part");
    try {
      Files.write(part, pack);
      Files.move(part, installation.pack(), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
