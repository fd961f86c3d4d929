package dev.coderev.server.compliance;

import dev.coderev.server.vulnerability.Issue;
import java.util.List;
import java.util.Set;

/** The categories of the OWASP Top 10 of 2021, with the weaknesses that fall into each. */
enum OwaspCategory {
  A01(
      "A01:2021",
      "Broken Access Control",
      Set.of(
          22, 23, 35, 59, 200, 276, 284, 285, 352, 359, 377, 425, 548, 601, 639, 651, 668, 732, 862,
          863, 913, 922)),
  A02(
      "A02:2021",
      "Cryptographic Failures",
      Set.of(
          261, 296, 310, 319, 321, 322, 323, 324, 325, 326, 327, 328, 329, 330, 331, 335, 336, 337,
          338, 340, 347, 523, 720, 757, 759, 760, 780, 818, 916)),
  A03(
      "A03:2021",
      "Injection",
      Set.of(
          20, 74, 75, 77, 78, 79, 80, 83, 87, 88, 89, 90, 91, 93, 94, 95, 96, 97, 98, 99, 113, 116,
          138, 184, 470, 471, 564, 610, 643, 644, 652, 917, 943, 1336)),
  A04(
      "A04:2021",
      "Insecure Design",
      Set.of(
          73, 183, 209, 213, 235, 256, 257, 266, 269, 280, 311, 312, 313, 316, 419, 430, 434, 444,
          451, 472, 501, 522, 525, 539, 579, 598, 602, 642, 646, 650, 653, 656, 657, 799, 807, 840,
          841, 927, 1021, 1173)),
  A05(
      "A05:2021",
      "Security Misconfiguration",
      Set.of(
          2, 11, 13, 15, 16, 260, 315, 489, 520, 526, 537, 541, 547, 611, 614, 756, 776, 942, 1004,
          1032, 1174)),
  A06("A06:2021", "Vulnerable and Outdated Components", Set.of(937, 1035, 1104)),
  A07(
      "A07:2021",
      "Identification and Authentication Failures",
      Set.of(
          255, 259, 287, 288, 290, 294, 295, 297, 300, 302, 304, 306, 307, 346, 384, 521, 613, 620,
          640, 798, 940, 1216)),
  A08(
      "A08:2021",
      "Software and Data Integrity Failures",
      Set.of(345, 353, 426, 494, 502, 565, 784, 829, 830, 915)),
  A09("A09:2021", "Security Logging and Monitoring Failures", Set.of(117, 223, 532, 778)),
  A10("A10:2021", "Server-Side Request Forgery", Set.of(918));

  private final String id;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // from Set.of
  private final Set<Integer> weaknesses;

  OwaspCategory(String id, String title, Set<Integer> weaknesses) {
    this.id = id;
    this.title = title;
    this.weaknesses = weaknesses;
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  /**
   * Whether the issue belongs here, by its weaknesses; where it names none, by its rule's words.
   */
  boolean holds(Issue issue) {
    List<String> cwe = issue.cwe();
    return cwe.isEmpty()
        ? issue.owasp().stream().anyMatch(word -> word.startsWith(id))
        : cwe.stream().anyMatch(word -> weaknesses.contains(Integer.valueOf(word.substring(4))));
  }
}
