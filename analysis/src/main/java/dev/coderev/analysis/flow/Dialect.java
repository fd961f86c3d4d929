package dev.coderev.analysis.flow;

import dev.coderev.analysis.source.Language;
import java.util.Set;

/** What the languages differ in where names, results and falling through are concerned. */
record Dialect(Language language) {
  private static final Set<Language> FIELDS_WITHOUT_THIS =
      Set.of(Language.JAVA, Language.KOTLIN, Language.CSHARP, Language.CPP, Language.SWIFT);
  private static final Set<Language> ASSIGNMENT_DECLARES =
      Set.of(Language.PYTHON, Language.RUBY, Language.PHP);
  private static final Set<Language> LAST_VALUE_RETURNS =
      Set.of(Language.RUBY, Language.RUST, Language.KOTLIN, Language.SWIFT);
  private static final Set<Language> CASES_END =
      Set.of(
          Language.GO,
          Language.PYTHON,
          Language.RUBY,
          Language.RUST,
          Language.KOTLIN,
          Language.SWIFT,
          Language.CSHARP);

  /** Whether a bare name may mean a field of {@code this}. */
  boolean fieldsWithoutThis() {
    return FIELDS_WITHOUT_THIS.contains(language);
  }

  /** Whether assigning to a new name makes a local variable. */
  boolean assignmentDeclares() {
    return ASSIGNMENT_DECLARES.contains(language);
  }

  /** Whether blocks open scopes of their own. */
  boolean blocksScope() {
    return !assignmentDeclares();
  }

  /** Whether a named function sees the variables around it. */
  boolean functionsClose() {
    return language != Language.PHP && language != Language.RUBY;
  }

  /** Whether the value of the last expression is what a function returns. */
  boolean lastValueReturns(boolean lambda) {
    return LAST_VALUE_RETURNS.contains(language)
        && (lambda || language == Language.RUBY || language == Language.RUST);
  }

  /** Whether control never falls from one case of a switch into the next. */
  boolean casesEnd() {
    return CASES_END.contains(language);
  }

  /** Whether the first parameter of a method is the object. */
  boolean firstParameterIsThis() {
    return language == Language.PYTHON;
  }

  /** Whether an unquoted key of a map or composite literal is a name, not an expression. */
  boolean keysAreNames(boolean composite) {
    return switch (language) {
      case JAVASCRIPT, TYPESCRIPT -> true;
      case GO, RUST, C, CPP, CSHARP -> composite;
      default -> false;
    };
  }

  /** Whether deleting an element or field takes it out of its container. */
  boolean deletesKeys() {
    return switch (language) {
      case PYTHON, JAVASCRIPT, TYPESCRIPT, PHP -> true;
      default -> false;
    };
  }

  /** Whether a bare name that is no variable is a call without arguments. */
  boolean callsBareNames(String name) {
    return language == Language.RUBY
        && !name.isEmpty()
        && !Character.isUpperCase(name.charAt(0))
        && (Character.isLetter(name.charAt(0)) || name.charAt(0) == '_');
  }

  /** Whether control never comes back from a call of this name. */
  boolean neverReturns(String receiver, String name) {
    return switch (language) {
      case JAVA, KOTLIN -> receiver.equals("System") && name.equals("exit");
      case PYTHON ->
          receiver.isEmpty()
              ? Set.of("exit", "quit", "abort").contains(name)
              : Set.of("sys.exit", "os._exit", "flask.abort", "os.abort")
                  .contains(receiver + "." + name);
      case JAVASCRIPT, TYPESCRIPT -> receiver.equals("process") && name.equals("exit");
      case PHP -> receiver.isEmpty() && Set.of("exit", "die", "abort").contains(name);
      case GO ->
          receiver.isEmpty()
              ? name.equals("panic")
              : (receiver.equals("os") && name.equals("Exit"))
                  || (receiver.equals("log") && name.matches("(Fatal|Panic)(f|ln)?"))
                  || (receiver.equals("runtime") && name.equals("Goexit"));
      case C, CPP -> receiver.isEmpty() && Set.of("exit", "_exit", "abort").contains(name);
      case RUBY -> receiver.isEmpty() && Set.of("exit", "abort", "raise").contains(name);
      default -> false;
    };
  }

  /** Whether the name stands for the object whose method is running. */
  boolean namesThis(String name) {
    return switch (name) {
      case "this" -> language != Language.PYTHON && language != Language.GO;
      case "self" -> Set.of(Language.RUBY, Language.RUST, Language.SWIFT).contains(language);
      case "$this" -> language == Language.PHP;
      case "super" ->
          Set.of(Language.JAVA, Language.KOTLIN, Language.JAVASCRIPT, Language.TYPESCRIPT)
              .contains(language);
      default -> false;
    };
  }
}
