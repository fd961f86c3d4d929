package dev.coderev.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coderev rules}: the rule packs. */
@Command(
    name = "rules",
    description = "Lists, explains, tests and validates rules.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RulesListCommand.class,
      RulesExplainCommand.class,
      RulesTestCommand.class,
      RulesValidateCommand.class
    })
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
