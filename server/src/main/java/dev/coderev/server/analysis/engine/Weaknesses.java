package dev.coderev.server.analysis.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of vulnerability to which entries of the Common Weakness Enumeration belong. */
final class Weaknesses {
  private static final Pattern NUMBER = Pattern.compile("CWE-(\\d{1,6})", Pattern.CASE_INSENSITIVE);
  private static final Map<String, List<Integer>> TYPES =
      Map.ofEntries(
          Map.entry("sql_injection", List.of(89, 564, 943)),
          Map.entry("xss", List.of(79, 80, 83, 87, 116)),
          Map.entry("csrf", List.of(352)),
          Map.entry("ssrf", List.of(918)),
          Map.entry("path_traversal", List.of(22, 23, 35, 36, 59, 73, 434)),
          Map.entry("command_injection", List.of(77, 78, 88, 94, 95, 917, 1336)),
          Map.entry("insecure_deserialization", List.of(502)),
          Map.entry(
              "sensitive_data_exposure",
              List.of(
                  200, 208, 209, 256, 259, 311, 312, 319, 321, 326, 327, 328, 329, 330, 338, 359,
                  522, 532, 538, 548, 798, 916, 922)),
          Map.entry(
              "broken_authentication",
              List.of(287, 288, 290, 294, 306, 307, 345, 346, 347, 384, 521, 613, 620, 640)),
          Map.entry(
              "security_misconfiguration",
              List.of(16, 250, 260, 276, 295, 297, 489, 611, 614, 693, 732, 749, 776, 942, 1004)),
          Map.entry("dependency_vulnerability", List.of(937, 1035, 1104)));

  private Weaknesses() {}

  /** {@code CWE-89} out of {@code "CWE-89: Improper …"}. */
  static Optional<String> id(String written) {
    Matcher matcher = NUMBER.matcher(written);
    return matcher.find() ? Optional.of("CWE-" + matcher.group(1)) : Optional.empty();
  }

  static String type(List<String> ids) {
    for (String id : ids) {
      int number = Integer.parseInt(id.substring("CWE-".length()));
      for (Map.Entry<String, List<Integer>> type : TYPES.entrySet()) {
        if (type.getValue().contains(number)) {
          return type.getKey();
        }
      }
    }
    return "other";
  }
}
