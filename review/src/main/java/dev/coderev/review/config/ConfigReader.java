package dev.coderev.review.config;

import dev.coderev.analysis.engine.AnalysisLimits;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.yaml.NearestWord;
import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Entry;
import dev.coderev.analysis.yaml.YamlNode.Mapping;
import dev.coderev.analysis.yaml.YamlNode.Scalar;
import dev.coderev.analysis.yaml.YamlNode.Sequence;
import dev.coderev.analysis.yaml.YamlReader;
import dev.coderev.analysis.yaml.YamlUnreadable;
import dev.coderev.review.ReviewException;
import dev.coderev.review.config.ProjectConfig.SeverityOverride;
import dev.coderev.review.workspace.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code coderev.yaml}; whatever it does not know is an error with its line. */
public final class ConfigReader {
  /** The file's usual name, at the root of the project under review. */
  public static final String FILE_NAME = "coderev.yaml";

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(b|kb|mb|gb)?");

  private final Path folder;
  private final String name;
  private final String text;
  private final List<String> problems = new ArrayList<>();

  private final List<Path> rulePaths = new ArrayList<>();
  private final List<IdGlob> enabled = new ArrayList<>();
  private final List<IdGlob> disabled = new ArrayList<>();
  private final List<SeverityOverride> severities = new ArrayList<>();
  private final List<String> include = new ArrayList<>();
  private final List<String> exclude = new ArrayList<>();
  private @Nullable RuleText models;
  private boolean onlyOwnRules;
  private Severity inTests = ProjectConfig.DEFAULT.inTests();
  private Severity ofLongFlows = ProjectConfig.DEFAULT.ofLongFlows();
  private Severity ofDoubtfulFlows = ProjectConfig.DEFAULT.ofDoubtfulFlows();
  private @Nullable Severity floor;
  private @Nullable Severity failOn;
  private @Nullable Path baseline;
  private @Nullable Integer jobs;
  private long maxFileBytes = WorkspaceSettings.DEFAULT_MAX_FILE_BYTES;
  private Duration perRule = AnalysisLimits.DEFAULT.perRuleAndFile();
  private Duration perFile = AnalysisLimits.DEFAULT.perFile();
  private int findingsPerRule = AnalysisLimits.DEFAULT.findingsPerRuleAndFile();
  private boolean acrossFiles = AnalysisLimits.DEFAULT.acrossFiles();

  private ConfigReader(Path folder, String name, String text) {
    this.folder = folder;
    this.name = name;
    this.text = text;
  }

  /**
   * The configuration in this file; paths in it are relative to the file's folder.
   *
   * @throws ConfigInvalid naming every problem with file, line and column
   */
  public static ProjectConfig read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new ReviewException(file + " cannot be read: " + e.getMessage(), e);
    }
    Path folder = file.toAbsolutePath().getParent();
    return read(file.toString(), text, folder == null ? Path.of("").toAbsolutePath() : folder);
  }

  static ProjectConfig read(String name, String text, Path folder) {
    ConfigReader reader = new ConfigReader(folder, name, text);
    try {
      YamlReader.read(name, text).ifPresent(reader::top);
    } catch (YamlUnreadable e) {
      reader.problems.add(e.getMessage());
    }
    if (!reader.problems.isEmpty()) {
      throw new ConfigInvalid(reader.problems);
    }
    return reader.config();
  }

  private ProjectConfig config() {
    return new ProjectConfig(
        rulePaths,
        onlyOwnRules,
        enabled,
        disabled,
        severities,
        inTests,
        ofLongFlows,
        ofDoubtfulFlows,
        Optional.ofNullable(floor),
        Optional.ofNullable(failOn),
        Optional.ofNullable(baseline),
        Optional.ofNullable(jobs),
        new WorkspaceSettings(include, exclude, maxFileBytes),
        new AnalysisLimits(perRule, perFile, findingsPerRule, acrossFiles),
        Optional.ofNullable(models));
  }

  private void top(YamlNode node) {
    Map<String, Consumer<YamlNode>> keys = new LinkedHashMap<>();
    keys.put("rules", this::rules);
    keys.put("severities", this::severities);
    keys.put("severity-in-tests", value -> inTests = severityOr(inTests, value));
    keys.put("severity-of-long-flows", value -> ofLongFlows = severityOr(ofLongFlows, value));
    keys.put(
        "severity-of-doubtful-flows",
        value -> ofDoubtfulFlows = severityOr(ofDoubtfulFlows, value));
    keys.put("paths", this::paths);
    keys.put("limits", this::limits);
    keys.put("severity", value -> floor = severity(value));
    keys.put("fail-on", value -> failOn = severity(value));
    keys.put("baseline", value -> text(value).ifPresent(path -> baseline = folder.resolve(path)));
    keys.put("jobs", value -> jobs = positive(value));
    keys.put("models", value -> models(node, value));
    map(node, "the configuration", keys);
  }

  /** Keeps the lines of the models, and only those, so that their places stay right. */
  private void models(YamlNode top, YamlNode value) {
    int first = Integer.MAX_VALUE;
    int next = Integer.MAX_VALUE;
    for (Entry entry : ((Mapping) top).entries()) {
      int line = entry.key().place().line();
      if (entry.key().text().equals("models")) {
        first = line;
      } else if (line >= first) {
        next = Math.min(next, line);
      }
    }
    if (!(value instanceof Sequence)) {
      problem(value, "'models' must be a list, not " + value.description());
      return;
    }
    if (first == next) {
      problem(value, "'models' must stand on lines of its own");
      return;
    }
    StringBuilder kept = new StringBuilder();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean inside = i + 1 >= first && i + 1 < next;
      kept.append(inside ? lines[i] : "").append('\n');
    }
    models = new RuleText(name, kept.toString());
  }

  private void rules(YamlNode node) {
    Map<String, Consumer<YamlNode>> keys = new LinkedHashMap<>();
    keys.put("paths", value -> texts(value).forEach(path -> rulePaths.add(folder.resolve(path))));
    keys.put("only", value -> onlyOwnRules = truth(value));
    keys.put("enable", value -> texts(value).forEach(id -> enabled.add(new IdGlob(id))));
    keys.put("disable", value -> texts(value).forEach(id -> disabled.add(new IdGlob(id))));
    map(node, "'rules'", keys);
  }

  private void severities(YamlNode node) {
    if (!(node instanceof Mapping mapping)) {
      problem(node, "'severities' must be a map from rule ids to severities");
      return;
    }
    for (Entry entry : mapping.entries()) {
      Severity severity = severity(entry.value());
      if (severity != null) {
        severities.add(new SeverityOverride(new IdGlob(entry.key().text()), severity));
      }
    }
  }

  private void paths(YamlNode node) {
    Map<String, Consumer<YamlNode>> keys = new LinkedHashMap<>();
    keys.put("include", value -> include.addAll(texts(value)));
    keys.put("exclude", value -> exclude.addAll(texts(value)));
    map(node, "'paths'", keys);
  }

  private void limits(YamlNode node) {
    Map<String, Consumer<YamlNode>> keys = new LinkedHashMap<>();
    keys.put("max-file-size", value -> size(value).ifPresent(bytes -> maxFileBytes = bytes));
    keys.put("time-per-rule", value -> duration(value).ifPresent(time -> perRule = time));
    keys.put("time-per-file", value -> duration(value).ifPresent(time -> perFile = time));
    keys.put(
        "findings-per-rule",
        value -> {
          Integer number = positive(value);
          findingsPerRule = number == null ? findingsPerRule : number;
        });
    keys.put("across-files", value -> acrossFiles = truth(value));
    map(node, "'limits'", keys);
  }

  // ---- values
  // ------------------------------------------------------------------------------------

  private void map(YamlNode node, String what, Map<String, Consumer<YamlNode>> keys) {
    if (!(node instanceof Mapping mapping)) {
      problem(node, what + " must be a map, not " + node.description());
      return;
    }
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      Consumer<YamlNode> reader = keys.get(key);
      if (reader == null) {
        problem(
            entry.key(),
            "unknown key '" + key + "' in " + what + NearestWord.hint(key, keys.keySet()));
      } else {
        reader.accept(entry.value());
      }
    }
  }

  private @Nullable Severity severity(YamlNode node) {
    String written = text(node).orElse("");
    Optional<Severity> severity = Severity.byId(written);
    if (severity.isEmpty() && !written.isEmpty()) {
      List<String> legal = List.of("critical", "high", "medium", "low", "info");
      problem(node, "unknown severity '" + written + "'" + NearestWord.hint(written, legal));
    }
    return severity.orElse(null);
  }

  private Severity severityOr(Severity otherwise, YamlNode node) {
    Severity severity = severity(node);
    return severity == null ? otherwise : severity;
  }

  private Optional<Duration> duration(YamlNode node) {
    Matcher matcher = DURATION.matcher(text(node).orElse("").toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      problem(node, "a time is written like 500ms, 5s or 2m");
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          default -> Duration.ofMinutes(number);
        });
  }

  private Optional<Long> size(YamlNode node) {
    Matcher matcher = SIZE.matcher(text(node).orElse("").toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      problem(node, "a size is written like 500KB or 2MB");
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "kb" -> number << 10;
          case "mb" -> number << 20;
          case "gb" -> number << 30;
          case null, default -> number;
        });
  }

  private @Nullable Integer positive(YamlNode node) {
    Optional<Long> number =
        node instanceof Scalar scalar ? scalar.asInteger() : Optional.<Long>empty();
    if (number.isEmpty() || number.get() < 1 || number.get() > 100_000) {
      problem(node, "a whole number from 1 to 100000 is needed here");
      return null;
    }
    return number.get().intValue();
  }

  private boolean truth(YamlNode node) {
    Optional<Boolean> truth =
        node instanceof Scalar scalar ? scalar.asBoolean() : Optional.<Boolean>empty();
    if (truth.isEmpty()) {
      problem(node, "true or false is needed here");
    }
    return truth.orElse(false);
  }

  private Optional<String> text(YamlNode node) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar.text());
    }
    problem(node, "text is needed here, not " + node.description());
    return Optional.empty();
  }

  private List<String> texts(YamlNode node) {
    List<YamlNode> items = node instanceof Sequence sequence ? sequence.items() : List.of(node);
    return items.stream().flatMap(item -> text(item).stream()).toList();
  }

  private void problem(YamlNode node, String message) {
    problems.add(node.place() + ": " + message);
  }
}
