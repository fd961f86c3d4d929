package dev.coderev.analysis.taint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the usual methods of lists, maps and text builders do, element by element where keys and
 * indexes are constants.
 */
final class Containers {
  private Containers() {}

  /**
   * What a call does.
   *
   * @param receiver the object afterwards
   * @param result of the call
   */
  record Effect(Value receiver, Value result) {}

  /** Whether a method may change what a container holds. */
  static boolean changes(String name) {
    return change(name, Value.emptyContainer(true), List.of(Value.UNKNOWN)) != null
        || change(name, Value.emptyContainer(false), List.of(Value.UNKNOWN, Value.UNKNOWN)) != null;
  }

  /** A container that is made with these arguments; null where the name makes none. */
  static @Nullable Value made(String name, List<Value> arguments) {
    boolean list = KnownCalls.makesList(name);
    if (!list && !KnownCalls.makesMap(name)) {
      return null;
    }
    if (arguments.isEmpty() || arguments.stream().allMatch(Containers::isSetting)) {
      return Value.emptyContainer(list);
    }
    Value first = arguments.getFirst();
    if (arguments.size() == 1 && first.isContainer()) {
      Value keyed = list ? null : fromEntries(first);
      return keyed == null ? first.withType("") : keyed;
    }
    return Value.containerOf(
        arguments.stream().map(a -> Value.of(a.deep())).reduce(Value.UNKNOWN, Value::join));
  }

  /** A map made of a list of pairs; null where the value is no such list. */
  private static @Nullable Value fromEntries(Value entries) {
    Value map = Value.emptyContainer(false);
    for (long i = 0; i < entries.size(); i++) {
      Value entry = entries.read(i);
      if (entry.size() != 2) {
        return null;
      }
      map = map.write(entry.read(0L).constant(), entry.read(1L));
    }
    return entries.size() > 0 ? map : null;
  }

  private static boolean isSetting(Value argument) {
    return argument.constant() instanceof Number
        || argument.constant() instanceof Boolean
        || (argument.constant() == null && !argument.isContainer() && argument.isClean());
  }

  /** A collection made of its arguments, as by {@code List.of}; null for other functions. */
  static @Nullable Value collected(String qualified, List<Value> arguments) {
    return switch (qualified) {
      case "List.of",
          "Arrays.asList",
          "Set.of",
          "Stream.of",
          "listOf",
          "setOf",
          "mutableListOf",
          "arrayListOf",
          "Collections.singletonList",
          "asyncio.gather",
          "vec" ->
          arguments.size() == 1 && arguments.getFirst().isContainer()
              ? arguments.getFirst()
              : Value.list(arguments);
      case "Collections.unmodifiableList",
          "Collections.unmodifiableMap",
          "Collections.unmodifiableSet",
          "Collections.unmodifiableCollection",
          "Collections.synchronizedList",
          "Collections.synchronizedMap",
          "List.copyOf",
          "Set.copyOf",
          "Map.copyOf",
          "Objects.requireNonNull",
          "Object.freeze",
          "Array.from",
          "Promise.resolve",
          "Promise.all",
          "copy.copy",
          "copy.deepcopy",
          "maps.Clone",
          "slices.Clone",
          "frozenset",
          "tuple",
          "array_values" ->
          !arguments.isEmpty() && arguments.getFirst().isContainer() ? arguments.getFirst() : null;
      case "Object.entries" ->
          arguments.size() == 1 && arguments.getFirst().closed()
              ? entries(arguments.getFirst())
              : null;
      case "Object.fromEntries" -> arguments.size() == 1 ? fromEntries(arguments.getFirst()) : null;
      case "Map.of" -> {
        Value map = Value.emptyContainer(false);
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
          map = map.write(arguments.get(i).constant(), arguments.get(i + 1));
        }
        yield map;
      }
      default -> null;
    };
  }

  /** A container without what stands under a key. */
  static Value deleted(Value container, @Nullable Object key) {
    if (key instanceof Long index && container.size() >= 0) {
      return container.remove(index < 0 ? container.size() + index : index);
    }
    return key == null ? container : container.removeKey(key);
  }

  /** A container without what stands under these keys. */
  static Value without(Value container, List<Value> keys) {
    Value left = container;
    for (Value key : keys) {
      left = deleted(left, key.constant());
    }
    return left;
  }

  /** A list with one more element, or a text with more text. */
  static Value appended(Value receiver, Value part) {
    return receiver.isContainer()
        ? receiver.append(part)
        : Value.of(receiver.taints().and(part.deep()));
  }

  /** Two lists, one after the other; null where the second is none. */
  static @Nullable Value concatenated(Value first, Value second) {
    if (second.size() < 0) {
      return second.isContainer() ? first.write(null, second.element()).unordered() : null;
    }
    Value all = first;
    for (long i = 0; i < second.size(); i++) {
      all = all.append(second.read(i));
    }
    return all;
  }

  /** What the method does to the receiver, or null where it is not one of these. */
  static @Nullable Effect call(String name, Value receiver, List<Value> arguments) {
    Effect change = change(name, receiver, arguments);
    if (change != null) {
      return change;
    }
    return receiver.isContainer() ? read(name, receiver, arguments) : null;
  }

  private static @Nullable Effect read(String name, Value receiver, List<Value> arguments) {
    Object key = arguments.isEmpty() ? null : arguments.getFirst().constant();
    return switch (name) {
      case "get",
          "getOrDefault",
          "getProperty",
          "getAttribute",
          "Get",
          "fetch",
          "elementAt",
          "at",
          "getItem",
          "opt",
          "dig",
          "getString",
          "GetValueOrDefault" -> {
        if (arguments.isEmpty() || arguments.size() > 3) {
          yield null;
        }
        if (!receiver.closed() && (key == null || !receiver.cells().containsKey(key))) {
          yield null;
        }
        Value found = receiver.read(key);
        if (arguments.size() >= 2 && found.isContainer()) {
          yield new Effect(receiver, found.read(arguments.get(1).constant()));
        }
        yield new Effect(
            receiver, arguments.size() == 1 ? found : Value.join(found, arguments.get(1)));
      }
      case "first", "getFirst", "firstElement", "element" ->
          receiver.closed() ? new Effect(receiver, receiver.read(key(receiver, 0))) : null;
      case "last", "getLast", "lastElement", "peekLast" ->
          receiver.closed()
              ? new Effect(receiver, receiver.read(key(receiver, receiver.size() - 1L)))
              : null;
      case "peek" -> receiver.closed() ? new Effect(receiver, receiver.element()) : null;
      case "keySet", "keys", "propertyNames" ->
          receiver.closed()
              ? new Effect(receiver, Value.containerOf(Value.of(receiver.taints())))
              : null;
      case "items", "entries" -> new Effect(receiver, entries(receiver));
      case "values", "entrySet", "elements" ->
          new Effect(receiver, Value.containerOf(receiver.element()));
      case "next", "nextElement", "getValue", "orElse", "findFirst" ->
          new Effect(receiver, Value.join(receiver.element(), Value.of(receiver.deep())));
      default ->
          KnownCalls.keepsElements(name) && arguments.isEmpty()
              ? new Effect(receiver, receiver)
              : null;
    };
  }

  /** The pairs of keys and values of a map; of anything else its elements. */
  private static Value entries(Value whole) {
    Value element = whole.element();
    return Value.containerOf(
        whole.closed() && whole.size() < 0
            ? Value.list(List.of(Value.of(whole.taints()), element))
            : element);
  }

  private static @Nullable Object key(Value list, long index) {
    return index >= 0 && list.size() > index ? (Object) index : null;
  }

  private static @Nullable Effect change(String name, Value receiver, List<Value> arguments) {
    return switch (name) {
      case "put",
          "set",
          "setProperty",
          "setAttribute",
          "putIfAbsent",
          "setdefault",
          "setItem",
          "replace",
          "Set",
          "store",
          "emplace",
          "__setitem__",
          "TryAdd" ->
          put(name, receiver, arguments);
      case "add",
          "append",
          "push",
          "addLast",
          "offer",
          "enqueue",
          "push_back",
          "Add",
          "Enqueue",
          "Push",
          "addElement",
          "addFirst",
          "unshift",
          "insert",
          "Insert",
          "Append",
          "appendleft",
          "prepend",
          "push_str",
          "AppendLine",
          "AppendFormat",
          "appendCodePoint",
          "add_all",
          "<<" ->
          add(name, receiver, arguments);
      case "remove",
          "pop",
          "shift",
          "poll",
          "removeFirst",
          "removeLast",
          "RemoveAt",
          "delete",
          "dequeue",
          "Dequeue",
          "Pop",
          "popleft",
          "removeAt",
          "remove_at" ->
          receiver.closed() ? remove(name, receiver, arguments) : null;
      case "clear", "Clear", "removeAllElements" ->
          receiver.closed()
              ? new Effect(Value.emptyContainer(true).withType(receiver.type()), Value.UNKNOWN)
              : null;
      case "addAll", "putAll", "extend", "AddRange", "update", "assign", "merge!" ->
          addAll(name, receiver, arguments);
      case "setLength", "reset", "Reset", "truncate", "SetLength" ->
          arguments.isEmpty() || Long.valueOf(0).equals(arguments.getFirst().constant())
              ? new Effect(Value.UNKNOWN.withType(receiver.type()), Value.UNKNOWN)
              : null;
      case "computeIfAbsent" -> new Effect(receiver, receiver.read(key(arguments)));
      case "sort", "shuffle", "reverse" ->
          receiver.size() >= 0 ? new Effect(receiver.unordered(), receiver.unordered()) : null;
      default -> null;
    };
  }

  private static @Nullable Object key(List<Value> arguments) {
    return arguments.isEmpty() ? null : arguments.getFirst().constant();
  }

  private static @Nullable Effect put(String name, Value receiver, List<Value> arguments) {
    boolean text = name.equals("replace") || name.equals("set") || name.equals("Set");
    if (text && !receiver.isContainer() && name.equals("replace")) {
      return null;
    }
    Object key = arguments.isEmpty() ? null : arguments.getFirst().constant();
    if (arguments.size() == 2) {
      Value part = arguments.get(1);
      Value weak =
          name.equals("putIfAbsent") || name.equals("setdefault")
              ? Value.join(receiver.read(key), part)
              : part;
      return new Effect(receiver.write(key, weak), receiver.read(key));
    }
    if (arguments.size() == 3 && !name.equals("replace")) {
      Value section = receiver.read(key).write(arguments.get(1).constant(), arguments.get(2));
      return new Effect(receiver.write(key, section), Value.UNKNOWN);
    }
    return null;
  }

  private static @Nullable Effect add(String name, Value receiver, List<Value> arguments) {
    if (arguments.isEmpty()) {
      return null;
    }
    Value part = arguments.getLast();
    boolean list = receiver.isContainer();
    Value changed = receiver;
    if (!list && !name.equals("add") && !name.equals("push") && !name.equals("unshift")) {
      for (Value argument : arguments) {
        changed = changed.tainted(argument.deep());
      }
      Value text = Value.of(changed.taints()).withType(receiver.type());
      return new Effect(text, text);
    }
    Object key = arguments.getFirst().constant();
    switch (name) {
      case "insert", "Insert" ->
          changed =
              arguments.size() == 2 && key instanceof Long index
                  ? receiver.insert(index, part)
                  : receiver.write(null, part);
      case "addFirst", "unshift", "appendleft", "prepend" -> changed = receiver.insert(0, part);
      case "add", "Add" -> {
        if (arguments.size() == 2) {
          changed =
              receiver.size() >= 0 && key instanceof Long index
                  ? receiver.insert(index, part)
                  : receiver.write(key, part);
        } else {
          changed = receiver.append(part);
        }
      }
      default -> {
        for (Value argument : arguments) {
          changed = changed.append(argument);
        }
      }
    }
    return new Effect(changed, changed);
  }

  private static Effect remove(String name, Value receiver, List<Value> arguments) {
    Object key = arguments.isEmpty() ? null : arguments.getFirst().constant();
    if (receiver.size() < 0) {
      Value found = arguments.isEmpty() ? receiver.element() : receiver.read(key);
      return new Effect(key == null ? receiver : receiver.removeKey(key), found);
    }
    long index = -1;
    if (key instanceof Long at && !name.equals("removeFirst")) {
      index = at < 0 ? receiver.size() + at : at;
    } else if (arguments.isEmpty()) {
      boolean last = name.equals("pop") || name.equals("removeLast") || name.equals("Pop");
      index = last ? receiver.size() - 1L : 0;
    } else if (key != null) {
      index = indexOf(receiver, key);
    }
    Value found = index >= 0 && index < receiver.size() ? receiver.read(index) : receiver.element();
    return new Effect(receiver.remove(index), found);
  }

  /** Where a list holds a constant for the first time; -1 where that is not certain. */
  private static long indexOf(Value list, Object constant) {
    for (long i = 0; i < list.size(); i++) {
      Object element = list.read(i).constant();
      if (element == null) {
        return -1;
      }
      if (element.equals(constant)) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Effect addAll(String name, Value receiver, List<Value> arguments) {
    if (arguments.isEmpty() || (name.equals("update") && !receiver.closed())) {
      return null;
    }
    Value changed = receiver;
    for (Value argument : arguments) {
      if (argument.size() >= 0 && argument.closed() && receiver.size() >= 0) {
        for (long i = 0; i < argument.size(); i++) {
          changed = changed.append(argument.read(i));
        }
      } else if (argument.closed() && argument.size() < 0) {
        for (Map.Entry<Object, Value> cell : argument.cells().entrySet()) {
          changed = changed.write(cell.getKey(), cell.getValue());
        }
        changed = argument.rest() == null ? changed : changed.write(null, argument.element());
      } else {
        changed = changed.write(null, argument.element());
      }
    }
    return new Effect(changed, changed);
  }
}
