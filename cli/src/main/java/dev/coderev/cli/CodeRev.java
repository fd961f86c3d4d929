package dev.coderev.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code coderev} executable: the root of its commands. */
@Command(
    name = "coderev",
    description = "Reviews source code: finds vulnerabilities and defects, and proves their fixes.",
    mixinStandardHelpOptions = true,
    version = "coderev 0.1.0",
    synopsisSubcommandLabel = "COMMAND")
public final class CodeRev implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** The command line with all commands, ready to execute. */
  public static CommandLine commandLine() {
    return new CommandLine(new CodeRev());
  }

  /** Runs the command that {@code arguments} name and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }
}
