package dev.coderev.review.report.sarif;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** Paths as URIs: relative ones against the project, percent-encoded. */
final class SarifUris {
  /** The name under which the project's folder is known in a run. */
  static final String ROOT = "%SRCROOT%";

  private static final String PLAIN = "-._~!$&'()*+,;=@";

  private SarifUris() {}

  static String of(String path) {
    StringBuilder uri = new StringBuilder(path.length() + 8);
    if (path.startsWith("/")) {
      uri.append("file://");
    }
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '/'
          || PLAIN.indexOf(c) >= 0) {
        uri.append(c);
      } else {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return uri.toString();
  }

  static boolean isRelative(String path) {
    return !path.startsWith("/");
  }

  /** The folder as a base: its URI ends with a slash. */
  static String base(Path folder) {
    String path = folder.toAbsolutePath().toString().replace('\\', '/');
    String uri = of(path.startsWith("/") ? path : "/" + path);
    return uri.endsWith("/") ? uri : uri + "/";
  }
}
