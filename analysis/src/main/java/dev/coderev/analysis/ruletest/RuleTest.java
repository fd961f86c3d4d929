package dev.coderev.analysis.ruletest;

import dev.coderev.analysis.rule.RuleFolder;
import dev.coderev.analysis.rule.RuleResources;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.rule.RulesUnreadable;
import dev.coderev.analysis.ruletest.Annotations.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule file and its fixtures: the files beside it whose names are the same up to the first dot.
 */
public record RuleTest(RuleText rules, List<Fixture> fixtures) {
  private static final Pattern ID = Pattern.compile("(?m)^\\s*(?:-\\s+)?id:\\s*[\"']?([\\w./-]+)");

  public RuleTest {
    fixtures = List.copyOf(fixtures);
  }

  /** How many lines are marked as bad or good for the rules of this file, readable or not. */
  public int marks() {
    Set<String> ids = new HashSet<>();
    Matcher matcher = ID.matcher(rules.text());
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    int marks = 0;
    for (Fixture fixture : fixtures) {
      if (!fixture.isExpectation()) {
        for (Annotations.Annotation mark : Annotations.in(fixture.text()).all()) {
          boolean counts = mark.kind() == Kind.RULEID || mark.kind() == Kind.OK;
          marks += counts && ids.contains(mark.ruleId()) ? 1 : 0;
        }
      }
    }
    return marks;
  }

  /** How many fixtures show what others look like after the fixes. */
  public int expectations() {
    return (int) fixtures.stream().filter(Fixture::isExpectation).count();
  }

  /**
   * The tests of all rule files in a folder, or of a single rule file.
   *
   * @throws RulesUnreadable if something there cannot be read
   */
  public static List<RuleTest> in(Path path) {
    RuleFolder folder = new RuleFolder(path);
    List<RuleTest> tests = new ArrayList<>();
    for (Path rule : folder.ruleFiles()) {
      List<Fixture> fixtures =
          siblings(rule).stream().map(file -> new Fixture(file.toString(), read(file))).toList();
      tests.add(new RuleTest(RuleFolder.read(rule), fixtures));
    }
    return tests;
  }

  private static List<Path> siblings(Path rule) {
    Path parent = rule.toAbsolutePath().getParent();
    if (parent == null) {
      return List.of();
    }
    String stem = stem(rule.getFileName().toString());
    try (Stream<Path> files = Files.list(parent)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> stem(file.getFileName().toString()).equals(stem))
          .filter(file -> !RuleFolder.isRuleFile(file.getFileName()))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new RulesUnreadable(parent + ": the folder cannot be read: " + e.getMessage(), e);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RulesUnreadable(file + ": the fixture cannot be read: " + e.getMessage(), e);
    }
  }

  /** The tests of all rule files of a pack. */
  public static List<RuleTest> in(RuleResources pack) {
    Map<String, List<String>> byStem = new TreeMap<>();
    for (String path : pack.paths()) {
      if (!path.startsWith("models/")) {
        byStem.computeIfAbsent(pathStem(path), key -> new ArrayList<>()).add(path);
      }
    }
    Predicate<String> isRule = path -> RuleFolder.isRuleFile(Path.of(path));
    List<RuleTest> tests = new ArrayList<>();
    for (List<String> paths : byStem.values()) {
      List<Fixture> fixtures =
          paths.stream()
              .filter(path -> !isRule.test(path))
              .map(path -> new Fixture(path, pack.text(path)))
              .toList();
      for (String path : paths) {
        if (isRule.test(path)) {
          tests.add(new RuleTest(new RuleText(path, pack.text(path)), fixtures));
        }
      }
    }
    return tests;
  }

  private static String pathStem(String path) {
    int name = path.lastIndexOf('/') + 1;
    return path.substring(0, name) + stem(path.substring(name));
  }

  private static String stem(String fileName) {
    int dot = fileName.indexOf('.');
    return dot < 0 ? fileName : fileName.substring(0, dot);
  }
}
