package dev.coderev.analysis.taint;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.Map;
import java.util.TreeMap;

/** The page around the code of a PHP file: what stands outside of its tags, in order. */
final class Page {
  /** By the place where code begins, what the page is in the middle of there. */
  private final TreeMap<Integer, TextEnd> ends = new TreeMap<>();

  private Page() {}

  static Page of(SourceFile file) {
    Page page = new Page();
    if (file.language() == Language.PHP) {
      page.read(file.text());
    }
    return page;
  }

  private void read(String text) {
    TextEnd end = new TextEnd(TextEnd.NO_QUOTE, TextEnd.Markup.ANY, "");
    int outside = 0;
    while (outside < text.length()) {
      int code = text.indexOf("<?", outside);
      end = end.then(text.substring(outside, code < 0 ? text.length() : code));
      if (code < 0) {
        return;
      }
      ends.put(code, end);
      int close = text.indexOf("?>", code);
      outside = close < 0 ? text.length() : close + 2;
    }
  }

  /** What the page is in the middle of where code writes into it. */
  TextEnd at(int offset) {
    Map.Entry<Integer, TextEnd> before = ends.floorEntry(offset);
    return before == null ? TextEnd.UNKNOWN : before.getValue();
  }
}
