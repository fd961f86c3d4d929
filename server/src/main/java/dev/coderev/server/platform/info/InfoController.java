package dev.coderev.server.platform.info;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.settings.MetricsAccess;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.settings.Version;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;

/** What the server says about itself to anyone. */
@RestController
final class InfoController {
  private static final String BASE = "dev.coderev.server.";

  private final ServerSettings settings;
  private final ObjectProvider<RequestMappingHandlerMapping> routes;

  InfoController(ServerSettings settings, ObjectProvider<RequestMappingHandlerMapping> routes) {
    this.settings = settings;
    this.routes = routes;
  }

  /** What stands at the root. */
  record Root(String service, String status, String version, String architecture) {}

  /** One module and where its routes begin. */
  record Module(String name, String prefix, String description) {}

  /** What the platform is made of. */
  record Info(String name, String version, List<Module> modules, boolean metricsEnabled) {}

  @GetMapping(path = "/", produces = MediaType.APPLICATION_JSON_VALUE)
  @Access(Who.ANYONE)
  Root root() {
    return new Root(settings.name(), "running", Version.CURRENT, "modular monolith");
  }

  /** The same for browsers, with where to go from here. */
  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  @Access(Who.ANYONE)
  ResponseEntity<String> page() {
    String docs = settings.isProduction() ? "" : "<li><a href=\"/docs\">the API</a></li>";
    String name = HtmlUtils.htmlEscape(settings.name(), "UTF-8");
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                + name
                + "</title></head><body><h1>"
                + name
                + "</h1><p>Version "
                + Version.CURRENT
                + " is running.</p><ul>"
                + docs
                + "<li><a href=\"/api/info\">its modules</a></li>"
                + "<li><a href=\"/health\">its health</a></li></ul></body></html>");
  }

  @GetMapping("/api/info")
  @Access(Who.ANYONE)
  Info info() {
    return new Info(
        "AI Code Review Platform API",
        Version.CURRENT,
        modules(),
        settings.metrics().access() != MetricsAccess.OFF);
  }

  private List<Module> modules() {
    Map<String, TreeSet<String>> paths = new TreeMap<>();
    routes.stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(entry -> entry.getValue().getBeanType().getName().startsWith(BASE))
        .forEach(entry -> {
          String rest = entry.getValue().getBeanType().getName().substring(BASE.length());
          String module = rest.substring(0, rest.indexOf('.'));
          paths
              .computeIfAbsent(module, _ -> new TreeSet<>())
              .addAll(entry.getKey().getPatternValues());
        });
    Map<String, Module> modules = new LinkedHashMap<>();
    paths.forEach(
        (name, all) -> modules.put(name, new Module(name, prefix(all), all.size() + " routes")));
    return List.copyOf(modules.values());
  }

  /** The longest path that all of these begin with. */
  private static String prefix(NavigableSet<String> paths) {
    String first = paths.first();
    String last = paths.last();
    int same = 0;
    while (same < Math.min(first.length(), last.length())
        && first.charAt(same) == last.charAt(same)) {
      same++;
    }
    return first.substring(0, same);
  }
}
