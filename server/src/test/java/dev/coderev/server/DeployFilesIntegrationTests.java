package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Query;
import dev.coderev.server.testing.Scrape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is delivered for operators, against a server that runs. */
class DeployFilesIntegrationTests {
  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern VARIABLE =
      Pattern.compile("^ +- name: ([A-Z_]+)$", Pattern.MULTILINE);

  private final Map<String, Set<String>> declared = declared();
  private final Scrape live = Scrape.now();

  private static Map<String, Set<String>> declared() {
    Map<String, Set<String>> labels = new HashMap<>();
    try (InputStream in =
        DeployFilesIntegrationTests.class.getResourceAsStream("platform/metric/families.tsv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(row ->
              labels.put(
                  row[0],
                  new TreeSet<>(
                      Arrays.stream(row[2].split(";"))
                          .map(label -> label.replaceFirst("=.*", ""))
                          .toList())));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return labels;
  }

  private static List<JsonNode> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(DEPLOY.resolve("grafana/dashboards"))) {
      return files.sorted().map(file -> JSON.readTree(file.toFile())).toList();
    }
  }

  private static List<String> expressions(JsonNode dashboard) {
    List<String> all = new ArrayList<>();
    for (JsonNode panel : dashboard.at("/panels")) {
      for (JsonNode target : panel.at("/targets")) {
        all.add(target.at("/expr").asString());
      }
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> yaml(String file) throws IOException {
    return (Map<String, Object>)
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(DEPLOY.resolve(file)));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rules() throws IOException {
    return ((List<Map<String, Object>>) yaml("prometheus/coderev.rules.yaml").get("groups"))
        .stream()
            .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
            .toList();
  }

  /** The family whose sample this is. */
  private String family(String sample) {
    String base = sample.replaceFirst("_(bucket|sum|count)$", "");
    return "histogram".equals(live.types().get(base)) ? base : sample;
  }

  private Set<String> check(String expression) {
    Query query = Query.of(expression);
    Set<String> families = new HashSet<>();
    Set<String> labels = new HashSet<>(Set.of("le"));
    for (String metric : query.metrics()) {
      if (metric.equals("up") || metric.equals("ALERTS")) {
        labels.addAll(Set.of("job", "alertname", "alertstate"));
        continue;
      }
      String family = family(metric);
      assertThat(live.types()).as(expression).containsKey(family);
      families.add(family);
      labels.addAll(declared.getOrDefault(family, live.labels(family)));
    }
    assertThat(labels).as(expression).containsAll(query.labels());
    return families;
  }

  @Test
  void dashboardsShowOnlyAndAllMetricsThatExist() throws IOException {
    Set<String> shown = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode dashboard : dashboards()) {
      assertThat(ids.add(dashboard.at("/uid").asString())).isTrue();
      assertThat(dashboard.at("/refresh").asString()).isEqualTo("30s");
      assertThat(dashboard.at("/timezone").asString()).isEqualTo("browser");
      expressions(dashboard).forEach(expression -> shown.addAll(check(expression)));
    }
    assertThat(ids).hasSize(10);
    assertThat(shown).containsAll(declared.keySet());
  }

  @Test
  void rulesUseOnlyMetricsThatExist() throws IOException {
    Set<Object> names = new HashSet<>();
    for (Map<String, Object> rule : rules()) {
      check(rule.get("expr").toString());
      assertThat(names.add(rule.getOrDefault("alert", rule.get("record")))).isTrue();
      if (rule.containsKey("alert")) {
        assertThat(((Map<?, ?>) rule.get("labels")).get("severity"))
            .isIn("info", "warning", "critical", "page");
      }
    }
    assertThat(names).contains("ServiceDown", "DependencyDown", "coderev:http_p95:5m");
  }

  @Test
  void settingsOfTheDeploymentsAreSettingsOfTheServer() throws IOException {
    String known = Files.readString(Path.of("..", "docs", "configuration.md"));
    Set<String> used = new TreeSet<>();
    Map<?, ?> server = (Map<?, ?>) yaml("compose.yaml").get("x-server");
    ((Map<?, ?>) server.get("environment")).keySet().forEach(name -> used.add(name.toString()));
    assertThat(used).isNotEmpty();
    Matcher variable =
        VARIABLE.matcher(
            Files.readString(DEPLOY.resolve("helm/coderev/templates/deployments.yaml")));
    while (variable.find()) {
      used.add(variable.group(1));
    }
    assertThat(used).allSatisfy(name -> assertThat(known).contains("`" + name + "`"));
  }

  @Test
  void theChartIsWellFormed() throws IOException {
    assertThat(yaml("helm/coderev/Chart.yaml")).containsEntry("apiVersion", "v2");
    Map<String, Object> values = yaml("helm/coderev/values.yaml");
    JsonNode schema = JSON.readTree(DEPLOY.resolve("helm/coderev/values.schema.json").toFile());
    schema.at("/required").forEach(name -> assertThat(values).containsKey(name.asString()));
    String template = Files.readString(DEPLOY.resolve("helm/coderev/templates/deployments.yaml"));
    Matcher value = Pattern.compile("\\.Values\\.([A-Za-z]+)").matcher(template);
    while (value.find()) {
      assertThat(values).containsKey(value.group(1));
    }
    assertThat(template).contains("path: /health/live").contains("path: /health/ready");
  }
}
