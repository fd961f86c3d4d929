package dev.coderev.server.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.coderev.server.platform.settings.Version;
import dev.coderev.server.vulnerability.Issue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes issues in the formats of reports; the PDF is the HTML, printed. */
@Component
class ReportWriting {
  static {
    XRLog.setLoggerImpl(new RenderingLog());
  }

  private static final List<String> SEVERITIES =
      List.of("critical", "high", "medium", "low", "info");

  private final JsonMapper json;

  ReportWriting(JsonMapper json) {
    this.json = json;
  }

  static Map<String, Integer> counts(List<Issue> issues) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("total_issues", issues.size());
    for (String severity : SEVERITIES) {
      counts.put(
          severity,
          (int) issues.stream().filter(issue -> issue.severity().equals(severity)).count());
    }
    return counts;
  }

  byte[] write(Report report, List<Issue> issues, Instant now) {
    return switch (report.format()) {
      case "html" -> bytes(html(report, issues, now));
      case "pdf" -> pdf(html(report, issues, now));
      case "csv" -> bytes(csv(issues));
      case "sarif" -> json.writeValueAsBytes(sarif(issues));
      default -> json.writeValueAsBytes(plain(report, issues, now));
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> plain(Report report, List<Issue> issues, Instant now) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", report.type());
    all.put("generated_at", now);
    all.put("summary", counts(issues));
    if (report.includeDetails()) {
      all.put("issues", issues);
    }
    return all;
  }

  private static String html(Report report, List<Issue> issues, Instant now) {
    StringBuilder page = new StringBuilder();
    page.append("<html><head><title>")
        .append(escape(report.name()))
        .append("</title><style>body{font-family:sans-serif}table{border-collapse:collapse}")
        .append("td,th{border:1px solid #999;padding:3px;text-align:left;font-size:80%}</style>")
        .append("</head><body><h1>")
        .append(escape(report.name()))
        .append("</h1><p>Written by CodeRev on ")
        .append(escape(now.toString()))
        .append("</p><h2>Summary</h2><table>");
    counts(issues)
        .forEach((name, count) ->
            page.append("<tr><th>")
                .append(escape(name.replace('_', ' ')))
                .append("</th><td>")
                .append(count)
                .append("</td></tr>"));
    page.append("</table>");
    if (report.includeDetails()) {
      page.append("<h2>Issues</h2><table><tr><th>Severity</th><th>State</th><th>Place</th>")
          .append("<th>What</th></tr>");
      for (Issue issue : issues) {
        page.append("<tr><td>")
            .append(escape(issue.severity()))
            .append("</td><td>")
            .append(escape(issue.status().id()))
            .append("</td><td>")
            .append(escape(issue.file() + ":" + issue.line()))
            .append("</td><td>")
            .append(escape(issue.title()))
            .append("</td></tr>");
      }
      page.append("</table>");
    }
    return page.append("</body></html>").toString();
  }

  private static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            default -> {
              if (c >= ' ' || c == '\n' || c == '\t') {
                safe.appendCodePoint(c);
              }
            }
          }
        });
    return safe.toString();
  }

  private static byte[] pdf(String html) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder().withHtmlContent(html, null).toStream(bytes).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String csv(List<Issue> issues) {
    StringBuilder lines =
        new StringBuilder("id,severity,status,category,type,file,line,rule,title,detected_at\r\n");
    for (Issue issue : issues) {
      lines.append(
          String.join(
              ",",
              List.of(
                  cell(issue.issueId()),
                  cell(issue.severity()),
                  cell(issue.status().id()),
                  cell(issue.category()),
                  cell(issue.type()),
                  cell(issue.file()),
                  Integer.toString(issue.line()),
                  cell(issue.rule()),
                  cell(issue.title()),
                  cell(issue.detectedAt().toString()))));
      lines.append("\r\n");
    }
    return lines.toString();
  }

  /** In quotes (RFC 4180), and never read as a formula by a spreadsheet. */
  private static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static Map<String, Object> sarif(List<Issue> issues) {
    List<Map<String, Object>> results =
        issues.stream()
            .map(issue ->
                Map.<String, Object>of(
                    "ruleId",
                    issue.rule(),
                    "level",
                    switch (issue.severity()) {
                      case "critical", "high" -> "error";
                      case "medium" -> "warning";
                      default -> "note";
                    },
                    "message",
                    Map.of("text", issue.message()),
                    "partialFingerprints",
                    Map.of("coderev/v1", issue.fingerprint()),
                    "locations",
                    List.of(
                        Map.of(
                            "physicalLocation",
                            Map.of(
                                "artifactLocation",
                                Map.of("uri", issue.file().replace(" ", "%20")),
                                "region",
                                Map.of(
                                    "startLine", issue.line(), "startColumn", issue.column()))))))
            .toList();
    return Map.of(
        "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
        "version", "2.1.0",
        "runs",
            List.of(
                Map.of(
                    "tool",
                    Map.of("driver", Map.of("name", "CodeRev", "version", Version.CURRENT)),
                    "results",
                    results)));
  }
}
