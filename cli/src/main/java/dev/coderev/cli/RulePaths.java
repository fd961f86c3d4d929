package dev.coderev.cli;

import dev.coderev.analysis.rule.RuleFolder;
import dev.coderev.analysis.rule.RulesUnreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The values of {@code --rules}: the next argument, and those after it that are rule files or
 * folders in which rule files lie.
 *
 * <p>So {@code scan --rules own.yaml src} scans {@code src} with {@code own.yaml}, and {@code scan
 * --rules a.yaml b.yaml} reads both.
 */
final class RulePaths implements IParameterConsumer {
  /** The key that every rule file has, at the start of a line, and the first item below it. */
  private static final Pattern RULES =
      Pattern.compile("^\"?rules\"?\\s*:\\s*(#.*)?\\R(\\s*(#.*)?\\R)*\\s*-", Pattern.MULTILINE);

  @Override
  public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
    if (arguments.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "Missing required parameter for option '--rules' (PATH)");
    }
    List<Path> paths = new ArrayList<>();
    List<Path> earlier = option.getValue();
    if (earlier != null) {
      paths.addAll(earlier);
    }
    paths.add(Path.of(arguments.pop()));
    Path workingFolder = CodeRev.consoleOf(command).workingFolder();
    while (!arguments.isEmpty()
        && !arguments.peek().startsWith("-")
        && holdsRules(workingFolder.resolve(arguments.peek()))) {
      paths.add(Path.of(arguments.pop()));
    }
    option.setValue(List.copyOf(paths));
  }

  private static boolean holdsRules(Path place) {
    if (Files.isRegularFile(place)) {
      return isRuleFile(place);
    }
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.anyMatch(RulePaths::isRuleFile);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static boolean isRuleFile(Path file) {
    if (!Files.isRegularFile(file) || !RuleFolder.isRuleFile(file.getFileName())) {
      return false;
    }
    try {
      return RULES.matcher(RuleFolder.read(file).text()).find();
    } catch (RulesUnreadable e) {
      return false;
    }
  }
}
