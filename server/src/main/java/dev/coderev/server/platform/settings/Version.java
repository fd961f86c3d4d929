package dev.coderev.server.platform.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, the only one that the server ever names. */
public final class Version {
  public static final String CURRENT = read();

  private Version() {}

  private static String read() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/coderev-server.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("version", "unknown");
  }
}
