package dev.coderev.server.project.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** An uploaded archive of source files: ZIP, or tar packed with gzip. */
final class SourceArchive {
  private final Path file;
  private final SourceLimits limits;

  SourceArchive(Path file) throws IOException {
    this.file = file;
    this.limits = new SourceLimits(Math.max(1, Files.size(file)));
  }

  /** Hands every file on; links, special files and paths out of the archive refuse it whole. */
  void readZip(BiConsumer<String, byte[]> files) {
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
        ZipArchiveEntry entry = entries.nextElement();
        if (entry.isUnixSymlink()) {
          throw SourceLimits.refused("holds a link");
        }
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            read(entry.getName(), in, files);
          }
        }
      }
    } catch (IOException _) {
      throw SourceLimits.refused("is not a ZIP archive that can be read");
    }
  }

  void readTar(BiConsumer<String, byte[]> files) {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
          throw SourceLimits.refused("holds a link or a special file");
        }
        read(entry.getName(), tar, files);
      }
    } catch (IOException _) {
      throw SourceLimits.refused("is not a tar archive that can be read");
    }
  }

  private void read(String name, InputStream in, BiConsumer<String, byte[]> files)
      throws IOException {
    String path =
        SourcePath.plain(name).orElseThrow(() -> SourceLimits.refused("holds a path out of it"));
    limits.file();
    byte[] content = in.readNBytes(SourceLimits.MOST_FILE_BYTES + 1);
    limits.bytes(content.length);
    if (content.length <= SourceLimits.MOST_FILE_BYTES) {
      files.accept(path, content);
    } else {
      skipRest(in);
    }
  }

  /** A file too large to be analysed is left out, but counted. */
  private void skipRest(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      limits.bytes(count);
    }
  }
}
