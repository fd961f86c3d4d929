package dev.coderev.analysis.taint;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.flow.Instruction;
import dev.coderev.analysis.flow.Variable;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls of library functions and methods that are known by their names. */
final class LibraryCalls {
  /** A capturing group without groups in it. */
  private static final Pattern GROUP = Pattern.compile("(?<!\\\\)\\((?!\\?[:=!])[^()]*\\)");

  /** One that only letters, digits, underscores and hyphens pass. */
  private static final Pattern PLAIN_GROUP =
      Pattern.compile("\\((\\\\[dw]|\\[(\\\\[dw]|[A-Za-z0-9_-])+])([+*?]|\\{[0-9,]+})?\\)");

  /** An expression in delimiters, without groups, that finds nothing but such text. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "([/#~@])\\^?(?:(?:\\\\[dw]|\\[(?:\\\\[dw]|[A-Za-z0-9_-])+]|[A-Za-z0-9_-])"
              + "(?:[+*?]|\\{[0-9,]+})?)+\\$?\\1[a-zA-Z]*");

  private final Analysis analysis;
  private final Frame frame;

  LibraryCalls(Analysis analysis, Frame frame) {
    this.analysis = analysis;
    this.frame = frame;
  }

  /** What a call of a function without effects gives on constants; null where that is not known. */
  @Nullable Object folded(Instruction.Invoke call, Value receiver, List<Value> arguments) {
    if (receiver.constant() instanceof String text && call.receiver() != NONE) {
      return Folding.method(text, call.name(), arguments);
    }
    if (arguments.size() == 1 && KnownCalls.asksWhetherHolds(call.name())) {
      return Folding.contains(receiver, arguments.getFirst().constant());
    }
    if (arguments.isEmpty() || arguments.stream().anyMatch(a -> a.constant() == null)) {
      boolean asks = arguments.size() >= 2 && KnownCalls.asksWhetherHolds(call.name());
      return asks ? Folding.contains(arguments.get(1), arguments.getFirst().constant()) : null;
    }
    List<Object> constants = new ArrayList<>();
    for (Value argument : arguments) {
      Object constant = argument.constant();
      if (constant != null) {
        constants.add(constant);
      }
    }
    String name = call.receiver() == NONE ? call.name() : qualified(call);
    return PureCalls.function(name, constants, analysis.flow.tree().file().language());
  }

  /** What a call gives back, having done to the receiver what it does; null for other calls. */
  @Nullable Value call(Instruction.Invoke call, Value receiver, List<Value> arguments) {
    String name = call.name();
    Object folded = folded(call, receiver, arguments);
    if (folded != null) {
      return Value.constant(folded).tainted(receiver.deep());
    }
    if (KnownCalls.compilesRegex(name)
        && !arguments.isEmpty()
        && arguments.getFirst().constant() instanceof String regex) {
      return Value.constant(regex);
    }
    if (call.creates() || (call.receiver() == NONE && !name.isEmpty())) {
      Value made = Containers.made(name, arguments);
      if (made != null) {
        return named(made, call, arguments);
      }
    }
    if (KnownCalls.makesError(name) && analysis.flow.tree().file().language() == Language.GO) {
      return Value.UNKNOWN.implying(new Implied(Places.NONE, Places.ALL));
    }
    if (KnownCalls.makesTruth(name) || (name.equals("any") && call.receiver() == NONE)) {
      return Value.UNKNOWN.implying(compared(call, receiver, arguments));
    }
    if (call.receiver() == NONE) {
      return function(call, name, arguments);
    }
    if (name.equals("getProperty") || name.equals("getString")) {
      Optional<String> text = analysis.context.constants().textOf(call.node());
      if (text.isPresent()) {
        return Value.constant(text.get());
      }
    }
    String qualified = qualified(call);
    Value collected = Containers.collected(qualified, arguments);
    if (collected != null) {
      return collected;
    }
    if (receiver.size() >= 0 && arguments.isEmpty() && KnownCalls.tellsSize(name)) {
      return Value.constant((long) receiver.size());
    }
    if (KnownCalls.tellsAbout(name)) {
      return Value.UNKNOWN.implying(compared(call, receiver, arguments));
    }
    List<Value> handed =
        arguments.stream().map(a -> a.step(place(call), "added by `" + name + "`")).toList();
    if (KnownCalls.isTextBuffer(receiver.type()) && KnownCalls.writes(name)) {
      Value written = receiver;
      for (Value argument : handed) {
        written = written.tainted(argument.deep());
      }
      frame.write(call.receiver(), written);
      return written;
    }
    if (name.equals("concat") && concatChanges() && !handed.isEmpty()) {
      Value joined = Containers.appended(receiver, handed.getFirst());
      frame.write(call.receiver(), joined);
      return joined;
    }
    if (handed.size() > 1 && KnownCalls.printsInto(qualified)) {
      Value printed = handed.getFirst();
      for (Value more : handed.subList(1, handed.size())) {
        printed = printed.tainted(more.deep());
      }
      frame.write(call.arguments().getFirst().value(), printed);
      return Value.UNKNOWN;
    }
    if (isOutside(call.receiver())) {
      return fillsFirst(name) && handed.size() > 1 ? fill(call, handed) : null;
    }
    Containers.Effect effect = Containers.call(name, receiver, handed);
    if (effect != null) {
      if (effect.receiver() != receiver) {
        frame.write(call.receiver(), effect.receiver());
      }
      return effect.result();
    }
    return property(call, name, receiver, arguments);
  }

  /** A collection that a call makes of constants; unknown for other calls. */
  Value constants(Instruction.Invoke call, List<Value> arguments) {
    String name = call.receiver() == NONE ? call.name() : qualified(call);
    Value collected = Containers.collected(name, arguments);
    return collected != null && collected.isAmongConstants() ? collected : Value.UNKNOWN;
  }

  /** What a comparison with a constant implies. */
  Implied compared(Instruction.Invoke call, Value receiver, List<Value> arguments) {
    if (KnownCalls.makesTruth(call.name()) && arguments.size() == 1) {
      return arguments.getFirst().tested();
    }
    if (call.name().equals("any") && arguments.size() == 1) {
      return new Implied(arguments.getFirst().element().implied().whenTrue(), Places.NONE);
    }
    if (!KnownCalls.compares(call.name())) {
      return Implied.NOTHING;
    }
    Guards guards = new Guards(frame);
    List<Instruction.Argument> given = call.arguments();
    if (given.size() == 2) {
      return arguments.get(0).isFixed()
          ? guards.equalTo(given.get(1).value())
          : arguments.get(1).isFixed() ? guards.equalTo(given.get(0).value()) : Implied.NOTHING;
    }
    if (given.size() != 1) {
      return Implied.NOTHING;
    }
    return receiver.isFixed()
        ? guards.equalTo(given.getFirst().value())
        : arguments.getFirst().isFixed() ? guards.equalTo(call.receiver()) : Implied.NOTHING;
  }

  /** Whether an object is a class, a module or something else that the file does not declare. */
  private boolean isOutside(int register) {
    if (!(frame.function().definitions().get(register) instanceof Instruction.ReadVariable read)) {
      return false;
    }
    Variable variable = frame.function().variables().get(read.slot());
    return variable.declaration() == NONE
        && !variable.name().equals("this")
        && !frame.register(register).isContainer()
        && (variable.captured() || frame.function().id() == 0);
  }

  private static boolean fillsFirst(String name) {
    return switch (name) {
      case "assign", "addAll", "extend", "merge", "defaults", "defaultsDeep" -> true;
      default -> false;
    };
  }

  /** {@code Object.assign(target, source)} and the like. */
  private Value fill(Instruction.Invoke call, List<Value> arguments) {
    Value filled = arguments.getFirst();
    for (Value more : arguments.subList(1, arguments.size())) {
      Containers.Effect effect =
          more.isContainer() ? Containers.call("putAll", filled, List.of(more)) : null;
      filled = effect == null ? filled.tainted(more.deep()) : effect.receiver();
    }
    frame.write(call.arguments().getFirst().value(), filled);
    return filled;
  }

  private boolean concatChanges() {
    return analysis.flow.tree().file().language() == Language.RUBY;
  }

  private static Value named(Value made, Instruction.Invoke call, List<Value> arguments) {
    Value result = made;
    for (int i = 0; i < arguments.size(); i++) {
      String name = call.arguments().get(i).name();
      if (!name.isEmpty()) {
        result = result.write(name, arguments.get(i));
      }
    }
    return result;
  }

  private @Nullable Value function(Instruction.Invoke call, String name, List<Value> arguments) {
    if (arguments.isEmpty()) {
      return null;
    }
    Value first = arguments.getFirst();
    if (name.equals("require") && first.constant() instanceof String module) {
      return analysis.outside.required(module);
    }
    if (name.equals("len") || name.equals("count") || name.equals("strlen")) {
      return first.constant() instanceof String text
          ? Value.constant((long) text.length())
          : first.size() >= 0 ? Value.constant((long) first.size()) : Value.UNKNOWN;
    }
    if (KnownCalls.tellsAbout(name)) {
      return Value.UNKNOWN;
    }
    Value collected = Containers.collected(name, arguments);
    if (collected != null) {
      return collected;
    }
    return switch (name) {
      case "append" -> {
        Value list = first;
        for (Value element : arguments.subList(1, arguments.size())) {
          list = list.isContainer() ? list.append(element) : list.tainted(element.deep());
        }
        yield list;
      }
      case "enumerate" ->
          first.isContainer()
              ? Value.containerOf(Value.list(List.of(Value.UNKNOWN, first.element())))
              : null;
      case "array_shift", "array_pop", "array_unshift" -> {
        Containers.Effect effect =
            Containers.call(
                name.substring("array_".length()), first, arguments.subList(1, arguments.size()));
        if (effect == null) {
          yield null;
        }
        frame.write(call.arguments().getFirst().value(), effect.receiver());
        yield effect.result();
      }
      case "compact" -> frame.named(arguments);
      case "copy" -> {
        if (arguments.size() == 2 && arguments.get(1).isContainer()) {
          frame.write(call.arguments().getFirst().value(), arguments.get(1));
        }
        yield null;
      }
      case "sprintf" ->
          analysis.flow.tree().file().language() == Language.PHP
              ? frame.texts().formatted(call, arguments)
              : null;
      case "extract" -> {
        frame.fill(first);
        yield Value.UNKNOWN;
      }
      case "parse_str" -> {
        if (arguments.size() == 2) {
          frame.write(call.arguments().get(1).value(), Value.of(first.deep()));
        } else {
          frame.fill(Value.of(first.deep()));
        }
        yield Value.UNKNOWN;
      }
      case "preg_match" -> {
        if (arguments.size() >= 3) {
          frame.write(call.arguments().get(2).value(), groups(first, arguments.get(1)));
        }
        yield Value.UNKNOWN;
      }
      case "array_map" -> {
        boolean numbers = first.constant() instanceof String f && KnownCalls.makesNumber(f);
        yield numbers ? Value.containerOf(Value.UNKNOWN) : null;
      }
      case "array_push" -> {
        Value list = first;
        for (Value element : arguments.subList(1, arguments.size())) {
          list = list.append(element);
        }
        frame.write(call.arguments().getFirst().value(), list);
        yield Value.UNKNOWN;
      }
      case "make" -> Value.emptyContainer(false).tainted(first.deep());
      case "delete" -> {
        if (arguments.size() == 2) {
          frame.write(
              call.arguments().getFirst().value(),
              Containers.deleted(first, arguments.get(1).constant()));
        }
        yield Value.UNKNOWN;
      }
      case "getattr" -> {
        Object key = arguments.size() < 2 ? null : arguments.get(1).constant();
        Value part = first.isContainer() ? first.read(key) : Value.of(first.deep());
        yield arguments.size() == 3 ? Value.join(part, arguments.get(2)) : part;
      }
      case "setattr" -> {
        if (arguments.size() == 3) {
          Value changed = first.write(arguments.get(1).constant(), arguments.get(2));
          frame.write(call.arguments().getFirst().value(), changed);
        }
        yield Value.UNKNOWN;
      }
      case "str", "String", "string" -> first.constant() instanceof String ? first : null;
      default -> null;
    };
  }

  /** What PHP's preg_match writes: the text found, and what the groups of the expression hold. */
  private static Value groups(Value expression, Value text) {
    Value found = Value.of(text.deep());
    if (!(expression.constant() instanceof String regex)) {
      return found;
    }
    List<Value> parts =
        new ArrayList<>(List.of(PLAIN.matcher(regex).matches() ? Value.UNKNOWN : found));
    Matcher group = GROUP.matcher(regex);
    while (group.find()) {
      if (!PLAIN_GROUP.matcher(group.group()).matches()) {
        return found;
      }
      parts.add(Value.UNKNOWN);
    }
    return Value.list(parts);
  }

  /** {@code List} and {@code of} of {@code List.of(…)}. */
  private String qualified(Instruction.Invoke call) {
    return frame.function().definitions().get(call.receiver())
            instanceof Instruction.ReadVariable read
        ? frame.function().variables().get(read.slot()).name() + "." + call.name()
        : "";
  }

  /** Getters and setters without a definition stand for the property. */
  private @Nullable Value property(
      Instruction.Invoke call, String name, Value receiver, List<Value> arguments) {
    if (arguments.isEmpty() && receiver.cells().containsKey(name)) {
      return receiver.read(name);
    }
    if (name.length() <= 3 || !Character.isUpperCase(name.charAt(3))) {
      return null;
    }
    String property = name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4);
    if (name.startsWith("get") && arguments.isEmpty() && isBean(receiver, property)) {
      return receiver.read(property);
    }
    if (name.startsWith("set") && arguments.size() == 1 && hasBeans()) {
      frame.write(call.receiver(), receiver.write(property, arguments.getFirst()));
      return Value.UNKNOWN;
    }
    return null;
  }

  private boolean isBean(Value receiver, String property) {
    return receiver.cells().containsKey(property)
        || (hasBeans() && receiver.isContainer() && !receiver.closed());
  }

  private boolean hasBeans() {
    return analysis.flow.tree().file().language() == Language.JAVA;
  }

  private Site place(Instruction.Invoke call) {
    return analysis.site(call.node());
  }
}
