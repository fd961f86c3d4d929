import java.util.Locale;

class Words {
  String lower(String word) {
    // ruleid: java.maintainability.case-without-locale
    return word.toLowerCase();
  }

  boolean header(String name) {
    // ruleid: java.maintainability.case-without-locale
    return name.toUpperCase().equals("TITLE");
  }

  String root(String word) {
    // ok: java.maintainability.case-without-locale
    return word.toLowerCase(Locale.ROOT);
  }

  char letter(char letter) {
    // ok: java.maintainability.case-without-locale
    return Character.toLowerCase(letter);
  }
}
