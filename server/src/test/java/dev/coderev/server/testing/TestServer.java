package dev.coderev.server.testing;

import dev.coderev.server.platform.settings.SettingsReader;
import dev.coderev.server.start.CodeRevServer;
import dev.coderev.server.start.CodeRevServer.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The one server of this test JVM: real HTTP, real database, started when first asked for. */
public final class TestServer {
  private static final Path FOLDER = folder();
  private static final List<String> TOLD = new CopyOnWriteArrayList<>();
  private static final CodeRevServer SERVER = start();

  private TestServer() {}

  private static Path folder() {
    try {
      return Files.createTempDirectory("coderev-test-server");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CodeRevServer start() {
    CodeRevServer server =
        CodeRevServer.start(SettingsReader.read(settings()), TOLD::add, Mode.FAST);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
    return server;
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("ENVIRONMENT", "test");
    settings.put("PORT", "0");
    settings.put("TRUSTED_PROXIES", "127.0.0.1");
    settings.put("DATA_PATH", FOLDER.toString());
    settings.put("ALLOWED_LOCAL_FOLDERS", FOLDER.resolve("sources").toString());
    settings.put("ALLOWED_PRIVATE_HOSTS", "localhost");
    settings.put("RATE_LIMIT_REQUESTS", "1000000");
    settings.putAll(codeHosts());
    return settings;
  }

  /** The settings that make a server a client of the code hosts of the tests. */
  public static Map<String, String> codeHosts() {
    Map<String, String> settings = new HashMap<>();
    Map.of(
            "GITHUB", AuthorizationServer.GITHUB,
            "GITLAB", AuthorizationServer.GITLAB,
            "BITBUCKET", AuthorizationServer.BITBUCKET)
        .forEach((host, server) -> {
          settings.put(host + "_URL", server.url());
          settings.put(host + "_CLIENT_ID", AuthorizationServer.CLIENT);
          settings.put(host + "_CLIENT_SECRET", AuthorizationServer.SECRET);
        });
    return settings;
  }

  private static void end(CodeRevServer server) {
    server.close();
    try (var paths = Files.walk(FOLDER)) {
      paths.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client without credentials. */
  public static ApiClient client() {
    return new ApiClient("http://127.0.0.1:" + SERVER.port());
  }

  /** A part of the application. */
  public static <T> T part(Class<T> type) {
    return SERVER.application().getBean(type);
  }

  /** What the operator was told at the start. */
  public static List<String> told() {
    return List.copyOf(TOLD);
  }

  public static int port() {
    return SERVER.port();
  }

  public static Path dataFolder() {
    return FOLDER;
  }
}
