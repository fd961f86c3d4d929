package dev.coderev.analysis.taint;

import java.util.regex.Pattern;

/** What the name of a function promises, whatever the language. */
public final class FunctionNames {
  /** Finds something by what it is given: the result belongs to it and is another text. */
  private static final Pattern LOOKS_UP =
      Pattern.compile(
          "_*(?:[gG]et(?!Path$|_path$)|[fF]ind|[fF]etch|[lL]ook_?[uU]p|[rR]etrieve|[qQ]uery|[sS]elect"
              + "|[aA]uthenticate|[iI]ssue|[eE]xists)(?![a-z]).*"
              + "|file_get_contents|[rR]ead_?[fF]ile\\w*|f?open");

  private static final Pattern CHECKS =
      Pattern.compile(
          "(?i:.*(?:(?<!in)valid|verif|white_?list|allow_?list"
              + "|(?<!not)(?<!not_)(?:allowed|permitted)).*)"
              + "|_*(?:check|secure|assert|ensure|require)(?=[A-Z_]).*|\\w+(?:Matches|_matches)");

  /** Changes a text, or leaves nothing of it. */
  private static final Pattern CLEANS =
      Pattern.compile(
          "(?i).*(?:(?<!un)(?:escape|quote)|sanit|purif|clean(?!_?up)|strip_?tags"
              + "|(?<!64)(?<!64_)encode(?!r)|hash|digest|encrypt|md5|sha1|sha256).*");

  private static final Pattern FORMATS =
      Pattern.compile(
          "(?i)v?s?printf|format|array|string|raw|h|html_safe|join|implode|concat|yield|super|this"
              + "|dumps?|stringify|to_?json|to_?s(?:tring)?|render\\w*|serialize|json_encode");

  private FunctionNames() {}

  /** Whether the function gives back its arguments in another form, known to all of a language. */
  static boolean formats(String name) {
    return FORMATS.matcher(name).matches();
  }

  /** Whether the result is something that was found by the arguments. */
  public static boolean looksUp(String name) {
    return LOOKS_UP.matcher(name).matches();
  }

  /** Whether the function says that it checks its arguments. */
  public static boolean checks(String name) {
    return CHECKS.matcher(name).matches();
  }

  /** Whether the function says that what it gives back is harmless. */
  public static boolean cleans(String name) {
    return checks(name) || CLEANS.matcher(name).matches();
  }
}
