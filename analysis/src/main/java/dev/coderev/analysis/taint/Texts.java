package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the texts that a function builds stand, and what that makes of the escaped values put into
 * them: between quotes they are clean, in the open their escaping is worth nothing.
 */
final class Texts {
  private static final Pattern CONVERSION =
      Pattern.compile("%(?:(\\d+)\\$)?[-+ 0]*(?:'.)?[-+ 0]*\\d*(?:\\.\\d+)?([a-zA-Z%])");
  private static final String NUMBERS = "bcdeEfFgGhHouxX";

  private final Frame frame;
  private final Map<Integer, TextEnd> ends = new HashMap<>();
  private final Map<Integer, TextEnd> variables = new HashMap<>();

  Texts(Frame frame) {
    this.frame = frame;
  }

  /** Whether an operator makes one text of its operands. */
  static boolean joins(String operator) {
    return operator.equals(".") || operator.equals("+") || operator.equals("template");
  }

  /** The operands as they are in the text that is made of them. */
  List<Value> placed(Instruction.Operation operation, List<Value> operands) {
    List<Value> placed = new ArrayList<>(operands.size());
    TextEnd at = TextEnd.START;
    for (int i = 0; i < operands.size(); i++) {
      Value operand = operands.get(i);
      int register = operation.operands().get(i);
      placed.add(i == 0 ? operand : at(operand, at));
      at = i == 0 ? end(register) : after(at, register);
    }
    ends.put(operation.result(), at);
    return placed;
  }

  /** A variable holds from now on what a register holds. */
  void assigned(int slot, int register) {
    variables.put(slot, end(register));
  }

  /** The text that PHP's {@code sprintf} makes; null where nothing is known of its format. */
  @Nullable Value formatted(Instruction.Invoke call, List<Value> arguments) {
    String format = known(call.arguments().getFirst().value());
    if (format.isEmpty()) {
      return null;
    }
    Value made = Value.of(arguments.getFirst().deep());
    TextEnd at = TextEnd.START;
    int copied = 0;
    int next = 1;
    Matcher conversion = CONVERSION.matcher(format);
    while (conversion.find()) {
      at = at.then(format.substring(copied, conversion.start()));
      copied = conversion.end();
      String kind = conversion.group(2);
      if (kind.equals("%")) {
        continue;
      }
      int index = conversion.group(1) == null ? next++ : Integer.parseInt(conversion.group(1));
      if (index < arguments.size() && !NUMBERS.contains(kind)) {
        made = made.tainted(at(arguments.get(index), at).deep());
      }
    }
    ends.put(call.result(), at.then(format.substring(copied)));
    return made;
  }

  /** What is known of a text, without the values in it. */
  private String known(int register) {
    if (frame.register(register).constant() instanceof String text) {
      return text;
    }
    if (register == Instruction.NONE
        || !(frame.function().definitions().get(register) instanceof Instruction.Operation made)
        || !joins(made.operator())) {
      return "";
    }
    return made.operands().stream().map(this::known).collect(Collectors.joining());
  }

  private static Value at(Value value, TextEnd at) {
    return value.mapTaints(taints -> taints.at(at));
  }

  private TextEnd after(TextEnd before, int register) {
    return frame.register(register).constant() instanceof String text
        ? before.then(text)
        : before.thenValue(end(register));
  }

  private TextEnd end(int register) {
    if (register == Instruction.NONE) {
      return TextEnd.UNKNOWN;
    }
    Object constant = frame.register(register).constant();
    if (constant != null) {
      return constant instanceof String text ? TextEnd.START.then(text) : TextEnd.START;
    }
    TextEnd known = ends.get(register);
    if (known != null) {
      return known;
    }
    return switch (frame.function().definitions().get(register)) {
      case Instruction.ReadVariable read -> variables.getOrDefault(read.slot(), TextEnd.UNKNOWN);
      case Instruction.WriteVariable write -> end(write.value());
      case Instruction.Operation operation when operation.operands().size() == 1 ->
          end(operation.operands().getFirst());
      default -> TextEnd.UNKNOWN;
    };
  }
}
