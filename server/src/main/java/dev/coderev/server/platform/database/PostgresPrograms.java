package dev.coderev.server.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this machine, unpacked once into a folder. */
final class PostgresPrograms {
  private static final String VERSION_MARK = "unpacked";

  private final Path folder;

  private PostgresPrograms(Path folder) {
    this.folder = folder;
  }

  /**
   * The programs in this folder, unpacked if they are not there yet. A half unpacked folder is
   * never taken for a whole one.
   */
  static PostgresPrograms in(Path folder) {
    if (Files.exists(folder.resolve(VERSION_MARK))) {
      return new PostgresPrograms(folder);
    }
    String archive = archive(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    try (InputStream packed = PostgresPrograms.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new DatabaseUnusable(
            "there is no built-in PostgreSQL for this machine; give --database-url");
      }
      Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
      delete(fresh);
      unpack(packed, fresh);
      Files.createFile(fresh.resolve(VERSION_MARK));
      delete(folder);
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      return new PostgresPrograms(folder);
    } catch (IOException e) {
      throw new DatabaseUnusable(
          "the built-in PostgreSQL could not be unpacked into " + folder + ": " + e.getMessage(),
          e);
    }
  }

  static String archive(String system, String machine) {
    String arch =
        switch (machine.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> machine;
        };
    String os = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    return "postgres-" + os + "-" + arch + ".txz";
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    Files.createDirectories(target);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path place = target.resolve(entry.getName()).normalize();
        if (!place.startsWith(target)) {
          throw new IOException("an entry leaves the archive");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(place);
          continue;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
          Files.copy(target.resolve(entry.getLinkName()), place);
        } else {
          Files.copy(tar, place);
          if ((entry.getMode() & 0100) != 0 && !place.toFile().setExecutable(true, false)) {
            throw new IOException(place + " cannot be made executable");
          }
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }
}
