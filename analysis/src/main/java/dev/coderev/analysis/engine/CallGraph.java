package dev.coderev.analysis.engine;

import dev.coderev.analysis.project.DeclaredClass;
import dev.coderev.analysis.project.DeclaredFunction;
import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.project.ProjectIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which functions of a project may call which, by their names: a superset of what the analysis of
 * single calls will find. Immutable; safe to share.
 */
final class CallGraph {
  /** As many calls as the analysis follows one into the other. */
  private static final int LONGEST_PATH = 10;

  /** A name declared more often than this only links files that mention more than the name. */
  private static final int COMMON = 6;

  private final List<DeclaredFunction> functions = new ArrayList<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<String, List<Integer>> callers = new HashMap<>();
  private final Map<String, Integer> declared = new HashMap<>();
  private final Map<Integer, FileDeclarations> byNumber = new HashMap<>();
  private final Map<Integer, Set<String>> kinOfOwner = new HashMap<>();

  CallGraph(List<FileDeclarations> files) {
    for (FileDeclarations file : files) {
      byNumber.put(file.file(), file);
      add(file.topLevel());
      file.functions().forEach(this::add);
      for (DeclaredClass type : file.classes()) {
        for (DeclaredFunction method : type.methods()) {
          Set<String> names = new HashSet<>(type.supertypes());
          names.add(type.name());
          kinOfOwner.put(functions.size(), names);
          add(method);
        }
      }
    }
  }

  private void add(DeclaredFunction function) {
    int number = functions.size();
    functions.add(function);
    numbers.put(key(function.file(), function.node()), number);
    declared.merge(function.name(), 1, Integer::sum);
    for (String name : function.calls()) {
      callers.computeIfAbsent(name, _ -> new ArrayList<>()).add(number);
    }
  }

  private static long key(int file, int node) {
    return ((long) file << 32) | node;
  }

  /** The function whose code holds a node of the tree of a file. */
  private int holding(int file, List<Integer> ancestors) {
    for (int node : ancestors) {
      Integer number = numbers.get(key(file, node));
      if (number != null && node != 0) {
        return number;
      }
    }
    return numbers.getOrDefault(key(file, 0), -1);
  }

  /**
   * A place in a file, given by the functions around it.
   *
   * @param ancestors nodes of the tree, the outermost first
   */
  record Spot(int file, List<Integer> ancestors) {
    Spot {
      ancestors = List.copyOf(ancestors);
    }
  }

  /**
   * The functions in which a source and a sink come together: each has one of its own or calls
   * towards it, and not both through the same single call.
   *
   * @return nodes of functions by file, 0 for the top level
   */
  Map<Integer, Set<Integer>> meetings(Set<Spot> sources, Set<Spot> sinks) {
    Map<Integer, Set<Integer>> towardsSource = towards(sources);
    Map<Integer, Set<Integer>> towardsSink = towards(sinks);
    Map<Integer, Set<Integer>> meetings = new TreeMap<>();
    towardsSource.forEach((function, through) -> {
      Set<Integer> other = towardsSink.get(function);
      if (other != null) {
        Set<Integer> both = new HashSet<>(through);
        both.addAll(other);
        if (both.size() > 1 || both.contains(function)) {
          DeclaredFunction found = functions.get(function);
          meetings.computeIfAbsent(found.file(), _ -> new TreeSet<>()).add(found.node());
        }
      }
    });
    return meetings;
  }

  /** All functions from which calls lead to the spots, each with where its first calls go. */
  private Map<Integer, Set<Integer>> towards(Set<Spot> spots) {
    Map<Integer, Set<Integer>> through = new TreeMap<>();
    Map<Integer, Integer> distance = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (Spot spot : spots) {
      int number = holding(spot.file(), spot.ancestors());
      if (number >= 0 && distance.putIfAbsent(number, 0) == null) {
        through.computeIfAbsent(number, _ -> new LinkedHashSet<>()).add(number);
        open.add(number);
      }
    }
    while (!open.isEmpty()) {
      int callee = open.poll();
      int steps = distance.getOrDefault(callee, LONGEST_PATH);
      if (steps < LONGEST_PATH) {
        for (int caller : callersOf(callee)) {
          Set<Integer> known = through.computeIfAbsent(caller, _ -> new LinkedHashSet<>());
          if (known.size() < 3) {
            known.add(callee);
          }
          if (distance.putIfAbsent(caller, steps + 1) == null) {
            open.add(caller);
          }
        }
      }
    }
    return through;
  }

  private Set<Integer> callersOf(int callee) {
    DeclaredFunction function = functions.get(callee);
    Set<Integer> found = new LinkedHashSet<>();
    if (function.node() == 0) {
      FileDeclarations file = fileOf(callee);
      for (String name : new TreeSet<>(file.variables())) {
        collect(callee, name, found);
      }
    } else {
      collect(callee, function.name(), found);
      if (isConstructor(function.name())) {
        collect(callee, function.owner(), found);
      }
    }
    found.remove(callee);
    return found;
  }

  private FileDeclarations fileOf(int function) {
    return Objects.requireNonNull(byNumber.get(functions.get(function).file()));
  }

  private static boolean isConstructor(String name) {
    return switch (name) {
      case "__init__", "__construct", "initialize", "constructor", "init" -> true;
      default -> false;
    };
  }

  private void collect(int callee, String name, Set<Integer> into) {
    FileDeclarations file = fileOf(callee);
    boolean common = declared.getOrDefault(name, 0) > COMMON;
    for (int caller : callers.getOrDefault(name, List.of())) {
      FileDeclarations from = fileOf(caller);
      if (ProjectIndex.areKin(from.language(), file.language())
          && (!common || from.file() == file.file() || knows(from, callee, file))) {
        into.add(caller);
      }
    }
  }

  /** Whether a file mentions the class or the module of a function. */
  private boolean knows(FileDeclarations from, int callee, FileDeclarations file) {
    for (String name : kinOfOwner.getOrDefault(callee, Set.of())) {
      if (from.mayMention(name)) {
        return true;
      }
    }
    return from.folder().equals(file.folder())
        || from.mayMention(stem(file.path()))
        || from.mayMention(stem(file.folder()));
  }

  private static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
