package dev.coderev.analysis.pattern;

import dev.coderev.analysis.pattern.FormulaCompiler.Setting;
import dev.coderev.analysis.rule.RulePlace;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is parsed when it is first tried: most patterns never are, because their words do
 * not occur in the files at hand. Safe to share.
 */
final class LazyPattern {
  private static final Pattern LONE_METAVARIABLE = Pattern.compile("\\$[A-Z_][A-Z0-9_]*");

  private final String text;
  private final RulePlace place;
  private final Setting setting;
  private final boolean inside;
  private final Optional<CalledNames> called;
  private final PatternReading reading;
  private volatile @Nullable CodePattern parsed;

  LazyPattern(
      String text, RulePlace place, Setting setting, boolean inside, PatternReading reading) {
    this(text, place, setting, inside, Optional.empty(), reading);
  }

  /**
   * @param called what a condition leaves to a metavariable that it calls
   */
  LazyPattern(
      String text,
      RulePlace place,
      Setting setting,
      boolean inside,
      Optional<CalledNames> called,
      PatternReading reading) {
    this.text = text;
    this.place = place;
    this.setting = setting;
    this.inside = inside;
    this.called = called;
    this.reading = reading;
  }

  /**
   * The pattern.
   *
   * @throws PatternSyntaxProblem if its language cannot read it
   */
  CodePattern parsed() {
    CodePattern known = parsed;
    if (known == null) {
      CodePattern read = reading.read(text, place, setting, inside);
      known = called.map(read::with).orElse(read);
      parsed = known;
    }
    return known;
  }

  String text() {
    return text;
  }

  Setting setting() {
    return setting;
  }

  boolean isInside() {
    return inside;
  }

  boolean isLoneMetavariable() {
    return LONE_METAVARIABLE.matcher(text).matches();
  }

  /** Whether it holds the metavariable next to a quotation mark or a delimiter of such text. */
  boolean quotes(String metavariable) {
    String name = Pattern.quote(metavariable) + "(?![A-Z0-9_])";
    return Pattern.compile("[\"'`/]\\s*" + name + "|" + name + "\\s*[\"'`/]").matcher(text).find();
  }

  /** What must be written in a file for the pattern to match, told from its words alone. */
  Requirement requirement() {
    return PatternWords.requirement(text, setting.language(), setting.options());
  }
}
