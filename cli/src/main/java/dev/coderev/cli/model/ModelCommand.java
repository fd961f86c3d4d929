package dev.coderev.cli.model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code coderev model}: the model workbench. */
@Command(
    name = "model",
    description = "Makes, trains, inspects, converts, measures and runs language models.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ModelInitCommand.class,
      ModelInspectCommand.class,
      ModelConvertCommand.class,
      ModelQuantizeCommand.class,
      ModelGenerateCommand.class,
      ModelBenchCommand.class,
      ModelEvalCommand.class,
      ModelServeCommand.class,
      ModelPretrainCommand.class,
      ModelDistillCommand.class,
      ModelTasksCommand.class
    })
public final class ModelCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
