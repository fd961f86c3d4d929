package dev.coderev.analysis.pattern;

import dev.coderev.analysis.resolve.LibraryTypes;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a pattern's text that code must contain to match it, found without parsing: no
 * keywords, nothing in strings or imports, of a dotted name only the last part, and no types of
 * typed metavariables, since any of these may be written otherwise or not at all.
 */
final class PatternWords {
  private static final int SHORTEST = 2;

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)"
              + "|(?<string>\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)'''|\"(?:\\\\.|[^\"\\\\])*\""
              + "|'(?:\\\\.|[^'\\\\\\n])*'|`[^`]*`)"
              + "|(?<typed>\\(\\s*\\$[A-Z_][A-Z0-9_]*\\s*:[^)]*\\)"
              + "|\\([^()\"',;=+]*[\\s*&]\\$[A-Z_][A-Z0-9_]*\\s*\\))"
              + "|(?<hole>\\$(?:\\.\\.\\.)?[A-Za-z_]\\w*)"
              + "|(?<word>[A-Za-z_]\\w*)"
              + "|(?<prefix>@|:)");

  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^\\s*(?:import|from|use|using|package|namespace|require|include|#\\s*include|export)\\b"
              + "(?:\\s*\\((?s:.*?)\\)|[^\\n;]*)");

  private static final Pattern MEMBER_AFTER =
      Pattern.compile("\\s*(?:\\?\\.|\\.|::|->|\\\\)\\s*(?=[A-Za-z_$])");

  /** Words that belong to the syntax of some language, or that code may leave out or replace. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract as assert async auto await base begin bool boolean break byte case catch char"
                  + " class const constructor continue crate debugger declare def default defer"
                  + " defined del delete delegate do double dyn elif else elsif elseif end ensure"
                  + " enum event except explicit export extends extern False false final finally"
                  + " float fn for foreach from fun func function global go goto guard if impl"
                  + " implements import in infer init inline inout instanceof int interface"
                  + " internal is it lambda let lock long loop map match mod module mut namespace"
                  + " native new next nil None nonlocal not null nullptr object of open operator or"
                  + " and out override package pass private print proc protected protocol public"
                  + " pub raise range readonly record ref register rescue return sealed select self"
                  + " Self set get short signed sizeof static string String struct super switch"
                  + " synchronized template then this throw throws trait transient True true try"
                  + " type typedef typename typeof undef union unless unsafe unsigned until use"
                  + " using val var virtual void volatile when where while with yield xor echo"
                  + " exit die isset empty unset array list include require include_once"
                  + " require_once Integer Boolean Long Double Float Character Short Byte Object"
                  + " Int number any f b r u rb br fr rf on off yes no On Off Yes No ON OFF YES NO TRUE FALSE NULL")
              .split(" "));

  private static final Set<String> NEEDED_IN_JAVA = Set.of("catch", "synchronized");

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  private static final Pattern QUALIFIED_TYPE = Pattern.compile("[a-z]\\w*(?:\\.\\w+)*\\.(\\w+)");

  private PatternWords() {}

  static Requirement requirement(String text, Language language, MatchOptions options) {
    if (language == Language.TEXT) {
      return generic(GenericPattern.read(text), options.generic().caseless());
    }
    if (language == Language.JSON || language == Language.HTML || language == Language.XML) {
      return Requirement.none();
    }
    String code = IMPORT.matcher(text).replaceAll(" ");
    Set<String> words = new TreeSet<>();
    List<Requirement> needed = new ArrayList<>();
    Set<String> modules = new TreeSet<>();
    Matcher matcher = TOKEN.matcher(code);
    int from = 0;
    while (matcher.find(from)) {
      from = matcher.end();
      String word = matcher.group("word");
      if (word != null && isNeeded(word) && !continues(code, from)) {
        words.add(word);
        if (isScript(language) && !isMember(code, matcher.start())) {
          modules.add(word);
        }
      } else if (word != null && language == Language.JAVA && NEEDED_IN_JAVA.contains(word)) {
        words.add(word);
      } else if (matcher.group("typed") != null) {
        if (isCall(code, matcher.start())) {
          from = matcher.start() + 1;
        } else if (language == Language.JAVA) {
          typeName(matcher.group("typed"), words, needed);
        }
      }
    }
    for (String word : words) {
      Requirement written = new Requirement.Literal(word, true, language == Language.PHP);
      String hyphens = modules.contains(word) ? hyphenated(word) : word;
      needed.add(
          hyphens.equals(word)
              ? written
              : new Requirement.AnyOf(List.of(written, new Requirement.Literal(hyphens, false))));
    }
    return needed.size() == 1 ? needed.getFirst() : new Requirement.AllOf(needed);
  }

  private static boolean isScript(Language language) {
    return language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
  }

  private static boolean isMember(String code, int start) {
    return start > 0 && code.charAt(start - 1) == '.';
  }

  /** How the module is written that a name in camel case may stand for. */
  private static String hyphenated(String word) {
    return Character.isLowerCase(word.charAt(0))
        ? CAPITAL.matcher(word).replaceAll(found -> "-" + found.group().toLowerCase(Locale.ROOT))
        : word;
  }

  private static Requirement generic(List<GenericToken> pattern, boolean caseless) {
    List<Requirement> needed = new ArrayList<>();
    for (GenericToken token : pattern) {
      if (token instanceof GenericToken.Atom atom
          && atom.word()
          && atom.text().length() >= SHORTEST) {
        needed.add(new Requirement.Literal(atom.text(), true, caseless));
      }
    }
    return needed.size() == 1 ? needed.getFirst() : new Requirement.AllOf(needed);
  }

  /**
   * In Java a type with a package is known only where a declaration, creation or cast names it or
   * one below it, or where a known method of a library gives it.
   */
  private static void typeName(String typed, Set<String> words, List<Requirement> needed) {
    Matcher name = QUALIFIED_TYPE.matcher(typed);
    if (!name.find() || name.group().matches("java\\.lang\\.[A-Z]\\w*")) {
      return;
    }
    List<String> witnesses = LibraryTypes.words(name.group());
    if (witnesses.size() == 1) {
      words.add(name.group(1));
      return;
    }
    List<Requirement> alternatives = new ArrayList<>();
    for (String witness : witnesses) {
      alternatives.add(new Requirement.Literal(witness, true, false));
    }
    needed.add(new Requirement.AnyOf(alternatives));
  }

  private static boolean isNeeded(String word) {
    return word.length() >= SHORTEST && !KEYWORDS.contains(word);
  }

  /** Whether more of a dotted name follows; its last part is enough. */
  private static boolean continues(String code, int end) {
    return MEMBER_AFTER.matcher(code).region(end, code.length()).lookingAt();
  }

  /**
   * Whether the parenthesis belongs to a call or declaration and so holds no typed metavariable.
   */
  private static boolean isCall(String code, int open) {
    int before = open - 1;
    while (before >= 0 && Character.isWhitespace(code.charAt(before))) {
      before--;
    }
    return before >= 0 && Character.isLetterOrDigit(code.charAt(before));
  }
}
