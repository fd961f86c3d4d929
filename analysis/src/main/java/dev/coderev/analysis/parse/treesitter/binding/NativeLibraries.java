package dev.coderev.analysis.parse.treesitter.binding;

import dev.coderev.analysis.parse.ParseFailure;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The native libraries of the class path, each unpacked once per user and loaded once per process.
 *
 * <p>A file is named by the hash of its content and moved into place whole, so processes that start
 * together do not disturb each other. A folder that others may write to is never used.
 */
final class NativeLibraries {
  private static final Set<PosixFilePermission> OTHERS_MAY_WRITE =
      PosixFilePermissions.fromString("----w--w-");

  private final Path cache;
  private final ConcurrentHashMap<String, SymbolLookup> loaded = new ConcurrentHashMap<>();

  NativeLibraries(Path cache) {
    this.cache = cache;
  }

  /** The libraries of this process, in the user's cache folder. */
  static final NativeLibraries SHARED = new NativeLibraries(userCache());

  /**
   * The symbols of a library.
   *
   * @param name for example {@code tree-sitter-python}
   * @throws ParseFailure if the platform has no such library or refuses to load it
   */
  SymbolLookup load(String name) {
    return loaded.computeIfAbsent(name, this::loadNow);
  }

  private SymbolLookup loadNow(String name) {
    String resource = Platform.current().resource(name);
    byte[] content = content(resource);
    String fileName = fileName(resource, content);
    try {
      return open(inCache(fileName, content));
    } catch (IOException | SecurityException | IllegalArgumentException e) {
      return loadFromFreshFolder(name, fileName, content, e);
    }
  }

  private static SymbolLookup loadFromFreshFolder(
      String name, String fileName, byte[] content, Exception earlier) {
    try {
      Path folder = Files.createTempDirectory("coderev-natives-");
      Path file = folder.resolve(fileName);
      Files.write(file, content);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return open(file);
    } catch (IOException | IllegalArgumentException e) {
      e.addSuppressed(earlier);
      throw new ParseFailure("Cannot load the native library " + name + ": " + e.getMessage(), e);
    }
  }

  private static SymbolLookup open(Path file) {
    return SymbolLookup.libraryLookup(file, Arena.global());
  }

  private static byte[] content(String resource) {
    try (InputStream in = NativeLibraries.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new ParseFailure("The class path has no " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ParseFailure("Cannot read " + resource + " from the class path", e);
    }
  }

  private static String fileName(String resource, byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 12)
          + "-"
          + resource.substring(resource.indexOf('/') + 1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  Path inCache(String fileName, byte[] content) throws IOException {
    boolean posix = cache.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.createDirectories(cache, posix ? ownerOnly() : new FileAttribute<?>[0]);
    if (posix && !isPrivate(cache)) {
      throw new IOException(cache + " may be written by others");
    }
    Path file = cache.resolve(fileName);
    if (Files.isRegularFile(file) && Files.size(file) == content.length) {
      return file;
    }
    Path part = Files.createTempFile(cache, fileName, ".part");
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return file;
  }

  private static FileAttribute<?>[] ownerOnly() {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
    };
  }

  private static boolean isPrivate(Path folder) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
    Path probe = Files.createTempFile(folder, "owner", ".part");
    try {
      return permissions.stream().noneMatch(OTHERS_MAY_WRITE::contains)
          && Files.getOwner(folder).equals(Files.getOwner(probe));
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private static Path userCache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    String windows = System.getenv("LOCALAPPDATA");
    Path root;
    if (xdg != null && !xdg.isBlank()) {
      root = Path.of(xdg);
    } else if (windows != null && !windows.isBlank()) {
      root = Path.of(windows);
    } else {
      root = Path.of(System.getProperty("user.home", "."), ".cache");
    }
    return root.resolve("coderev").resolve("natives");
  }
}
