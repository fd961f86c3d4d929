package dev.coderev.cli;

import dev.coderev.analysis.AnalysisException;
import dev.coderev.analysis.finding.Severity;
import dev.coderev.cli.model.ModelCommand;
import dev.coderev.model.ModelException;
import dev.coderev.review.ReviewException;
import dev.coderev.review.result.ReviewResult;
import dev.coderev.review.run.Reviewer;
import dev.coderev.review.workspace.ProjectRoot;
import dev.coderev.training.TrainingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code coderev} executable: the root of its commands. */
@Command(
    name = "coderev",
    description = "Reviews source code: finds vulnerabilities and defects, and proves their fixes.",
    mixinStandardHelpOptions = true,
    version = "coderev " + CodeRev.VERSION,
    synopsisSubcommandLabel = "COMMAND")
public final class CodeRev implements Runnable {
  static final String VERSION = "0.1.0";

  /** The commands, in the order of the help. */
  private static final List<Named> COMMANDS =
      List.of(
          new Named("scan", ScanCommand.class),
          new Named("review", ReviewCommand.class),
          new Named("fix", FixCommand.class),
          new Named("rules", RulesCommand.class),
          new Named("model", ModelCommand.class),
          new Named("help", CommandLine.HelpCommand.class));

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show stack traces of failures, and all notes of a report.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  private final Optional<Path> workingFolder;

  CodeRev(Optional<Path> workingFolder) {
    this.workingFolder = workingFolder;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  boolean isVerbose() {
    return verbose;
  }

  /** The command line with all commands, ready to execute. */
  public static CommandLine commandLine() {
    return commandLine(new CodeRev(Optional.empty()), COMMANDS);
  }

  /** As if started in this folder. */
  static CommandLine commandLine(Path workingFolder) {
    return commandLine(new CodeRev(Optional.of(workingFolder)), COMMANDS);
  }

  /**
   * The command line for these arguments: where they begin with the name of a command, with that
   * command alone, because each command costs start-up time.
   */
  static CommandLine commandLineFor(List<String> arguments) {
    List<Named> meant =
        COMMANDS.stream()
            .filter(command -> !arguments.isEmpty() && command.name().equals(arguments.getFirst()))
            .filter(command -> command.type() != CommandLine.HelpCommand.class)
            .toList();
    return commandLine(new CodeRev(Optional.empty()), meant.isEmpty() ? COMMANDS : meant);
  }

  private static CommandLine commandLine(CodeRev root, List<Named> commands) {
    CommandLine line = new CommandLine(root);
    commands.forEach(command -> line.addSubcommand(command.name(), command.type()));
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(CodeRev::explainUsage)
        .setExecutionExceptionHandler((problem, command, _) -> explain(problem, command, root));
  }

  /** Runs the command that {@code arguments} name and exits with its code. */
  public static void main(String[] arguments) {
    int code = commandLineFor(List.of(arguments)).execute(arguments);
    System.out.flush();
    System.exit(code);
  }

  private record Named(String name, Class<?> type) {}

  private static int explainUsage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(
        "coderev: "
            + String.valueOf(problem.getMessage()).lines().findFirst().orElse("wrong usage"));
    CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitCode.FAILURE;
  }

  private static int explain(Exception problem, CommandLine command, CodeRev root) {
    PrintWriter err = command.getErr();
    switch (problem) {
      case ReviewException known -> err.println("coderev: " + known.getMessage());
      case AnalysisException known -> err.println("coderev: " + known.getMessage());
      case ModelException known -> err.println("coderev: " + known.getMessage());
      case TrainingException known -> err.println("coderev: " + known.getMessage());
      case UncheckedIOException failure -> err.println("coderev: " + failure.getMessage());
      case IOException failure -> err.println("coderev: " + describe(failure));
      default ->
          err.println(
              "coderev: internal failure: "
                  + problem
                  + " (--verbose shows where; please report it)");
    }
    if (root.isVerbose()) {
      problem.printStackTrace(err);
    }
    err.flush();
    return ExitCode.FAILURE;
  }

  private static String describe(IOException failure) {
    String message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  // ---- what the commands share
  // -------------------------------------------------------------------

  static Console consoleOf(CommandSpec spec) {
    CommandLine command = spec.commandLine();
    Console console = Console.ofProcess(command.getOut(), command.getErr());
    CodeRev root = (CodeRev) spec.root().userObject();
    return root.workingFolder.map(console::in).orElse(console);
  }

  static boolean isVerbose(CommandSpec spec) {
    return ((CodeRev) spec.root().userObject()).isVerbose();
  }

  /**
   * The named places as the file system knows them, the working folder if none is named.
   *
   * @throws ReviewException if one does not exist
   */
  static List<Path> resolve(Console console, List<Path> paths) {
    List<Path> named = paths.isEmpty() ? List.of(Path.of("")) : paths;
    return named.stream().map(path -> real(console.workingFolder(), path)).toList();
  }

  private static Path real(Path workingFolder, Path path) {
    Path absolute = workingFolder.resolve(path).normalize();
    if (!Files.exists(absolute)) {
      throw new ReviewException(path + ": no such file or folder");
    }
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      throw new ReviewException(path + " cannot be reached: " + describe(e), e);
    }
  }

  /** A reviewer of the project that {@code place} belongs to. */
  static Reviewer reviewer(Console console, Path place, RunOptionsMixin run) {
    return reviewerAt(console, ProjectRoot.of(place, console.workingFolder()), run);
  }

  static Reviewer reviewerAt(Console console, Path root, RunOptionsMixin run) {
    return Reviewer.of(root, run.options(console.workingFolder()), VERSION, Clock.systemUTC());
  }

  /** From which severity on findings are a failure: command line, then configuration. */
  static Severity failOn(RunOptionsMixin run, Reviewer reviewer) {
    return Optional.ofNullable(run.failOn).or(reviewer::failOn).orElse(Severity.LOW);
  }

  static int exitCode(ReviewResult result, RunOptionsMixin run, Reviewer reviewer) {
    Severity failOn = failOn(run, reviewer);
    if (result.active().stream().anyMatch(finding -> finding.severity().isAtLeast(failOn))) {
      return ExitCode.FINDINGS;
    }
    return result.coverage().examined().isEmpty() ? ExitCode.NOTHING_TO_ANALYSE : ExitCode.CLEAN;
  }
}
