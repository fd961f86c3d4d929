package dev.coderev.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A benchmark on a tree of Java sources. */
abstract class TreeBenchmark extends Benchmark {
  @Option(
      names = "--tree",
      paramLabel = "DIR",
      description = "Java sources to scan (default: java.base of the running JDK's src.zip).")
  private @Nullable Path tree;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "2",
      description = "Worker threads (default: ${DEFAULT-VALUE}).")
  int jobs;

  /** Measures on this tree. */
  abstract Outcome measure(SourceTree sources, Path scratch, PrintStream log)
      throws IOException, InterruptedException;

  @Override
  final Outcome measure(PrintStream log) throws IOException, InterruptedException {
    require(jobs >= 1 && jobs <= 1024, "--jobs takes a number from 1 to 1024");
    Optional<Path> given = Optional.ofNullable(tree).map(Path::toAbsolutePath);
    Path archive = Path.of(System.getProperty("java.home"), "lib", "src.zip");
    require(
        given.isEmpty() || Files.isDirectory(given.get()),
        "--tree: no such folder: " + given.map(Path::toString).orElse(""));
    require(
        given.isPresent() || Files.isRegularFile(archive),
        "this JDK carries no src.zip; give a folder of Java sources with --tree");
    Path scratch = Files.createTempDirectory("coderev-benchmark").toRealPath();
    try {
      SourceTree sources =
          given.isPresent()
              ? SourceTree.at(given.get().toRealPath())
              : SourceTree.unpacked(archive, Files.createDirectory(scratch.resolve("jdk")));
      require(!sources.files().isEmpty(), "there is no Java file in " + sources.root());
      log.printf("%d files, %.1f MB of Java%n", sources.files().size(), sources.bytes() / 1e6);
      return measure(sources, scratch, log);
    } finally {
      SourceTree.delete(scratch);
    }
  }
}
