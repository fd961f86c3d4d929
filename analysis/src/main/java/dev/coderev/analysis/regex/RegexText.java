package dev.coderev.analysis.regex;

/** How regular expressions are written in programs. */
public final class RegexText {
  private RegexText() {}

  /** Without the delimiters that PHP puts around: {@code /^a$/D}. */
  public static String undelimited(String regex) {
    if (regex.length() < 3 || "/#~@!%".indexOf(regex.charAt(0)) < 0) {
      return regex;
    }
    int end = regex.lastIndexOf(regex.charAt(0));
    boolean delimited = end > 0 && regex.substring(end + 1).matches("[iDuxsU]*");
    return delimited ? regex.substring(1, end) : regex;
  }
}
