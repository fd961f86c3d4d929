package dev.coderev.review.report.html;

import dev.coderev.review.report.code.Glyphs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/** HTML being written: markup of our own as it is, everything else escaped. */
final class Page {
  private final Writer writer;

  Page(Writer writer) {
    this.writer = writer;
  }

  Page raw(String markup) throws IOException {
    writer.write(markup);
    return this;
  }

  /** Foreign text, as content or within a quoted attribute. */
  Page text(String text) throws IOException {
    writer.write(escaped(text));
    return this;
  }

  /** Running text in which code stands between backticks. */
  Page prose(String text) throws IOException {
    String[] parts = text.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean isCode = i % 2 == 1 && i < parts.length - 1 && !parts[i].isEmpty();
      if (isCode) {
        element("code", "", parts[i]);
      } else {
        text(i % 2 == 1 ? "`" + parts[i] + (i < parts.length - 1 ? "`" : "") : parts[i]);
      }
    }
    return this;
  }

  Page text(long number) throws IOException {
    writer.write(Long.toString(number));
    return this;
  }

  /** The element with nothing but text in it. */
  Page element(String tag, String attributes, String text) throws IOException {
    raw("<" + tag + (attributes.isEmpty() ? "" : " " + attributes) + ">");
    return text(text).raw("</" + tag + ">");
  }

  /** A link that opens only pages of the web; other addresses stay text. */
  Page link(String address, String text) throws IOException {
    if (!address.startsWith("https://") && !address.startsWith("http://")) {
      return text(text);
    }
    return raw("<a rel=\"noopener noreferrer\" href=\"")
        .text(address)
        .raw("\">")
        .text(text)
        .raw("</a>");
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    Glyphs.safeLines(text.replace("\t", "    "))
        .chars()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.append((char) c);
          }
        });
    return escaped.toString();
  }

  /** A text that ships beside this class. */
  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a content security policy names an inline text. */
  static String policyHash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
