package dev.coderev.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A scanner that is measured as a process of its own.
 *
 * @param does what it does, in a few words
 * @param rules how many rules it applies to Java, as far as can be told
 * @param command writes its findings to stdout
 * @param finding a line of its output that holds a finding contains this
 */
record Peer(String name, String does, int rules, List<String> command, Pattern finding) {
  Peer {
    command = List.copyOf(command);
  }

  static Peer coderev(Path launcher, Path tree, int jobs, int rules) {
    return new Peer(
        "coderev",
        "patterns, constants and data flow; built-in rules for Java and text",
        rules,
        List.of(
            launcher.toAbsolutePath().toString(),
            "scan",
            tree.toString(),
            "--no-cache",
            "--jobs",
            String.valueOf(jobs),
            "--format",
            "json"),
        Pattern.compile("\"fingerprint\""));
  }

  /** PMD from a folder with {@code lib/*.jar}, on the Java of this process. */
  static Peer pmd(Path home, Path tree, int jobs) throws IOException {
    return new Peer(
        "pmd",
        "quick-start rules: syntax and types, no data flow",
        quickStartRules(home),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            home.resolve("lib") + "/*",
            "net.sourceforge.pmd.cli.PmdCli",
            "check",
            "--dir",
            tree.toString(),
            "--rulesets",
            "rulesets/java/quickstart.xml",
            "--format",
            "text",
            "--threads",
            String.valueOf(jobs),
            "--no-cache",
            "--no-progress",
            "--no-fail-on-violation",
            "--no-fail-on-error"),
        Pattern.compile("\\.java:\\d+:"));
  }

  private static int quickStartRules(Path home) throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      Path jar =
          jars.filter(file -> file.getFileName().toString().matches("pmd-java-[\\d.]+\\.jar"))
              .findFirst()
              .orElseThrow(() -> new IOException(home + " holds no lib/pmd-java-VERSION.jar"));
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        String text =
            new String(
                zip.getInputStream(zip.getEntry("rulesets/java/quickstart.xml")).readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        return (int)
            Pattern.compile("^\\s*<rule ref=", Pattern.MULTILINE).matcher(text).results().count();
      }
    }
  }

  static Peer astGrep(Path program, Path rules, Path tree, int jobs) throws IOException {
    return new Peer(
        "ast-grep",
        "patterns on the syntax tree, nothing resolved, no data flow",
        (int) Files.readString(rules).lines().filter(line -> line.startsWith("id:")).count(),
        List.of(
            program.toAbsolutePath().toString(),
            "scan",
            "--rule",
            rules.toString(),
            "--threads",
            String.valueOf(jobs),
            "--json=stream",
            tree.toString()),
        Pattern.compile("\"ruleId\":"));
  }

  int findings(Path output) throws IOException {
    try (Stream<String> lines = Files.lines(output)) {
      return (int) lines.filter(line -> finding.matcher(line).find()).count();
    }
  }
}
