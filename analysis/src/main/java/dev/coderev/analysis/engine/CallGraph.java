package dev.coderev.analysis.engine;

import dev.coderev.analysis.project.DeclaredClass;
import dev.coderev.analysis.project.DeclaredFunction;
import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.project.ProjectIndex;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.taint.CallWays;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which functions of a project may call which, by their names: a superset of what the analysis of
 * single calls will find. Safe to share.
 */
final class CallGraph {
  /** As many calls as the analysis follows one into the other. */
  private static final int LONGEST_PATH = 10;

  /** A name declared more often than this only links files that mention more than the name. */
  private static final int COMMON = 4;

  private static final int MOST_KIN = 40;

  /** So many calls may lead from a function to a source and to a sink together. */
  private static final int LONGEST_FLOW = 6;

  private static final int MOST_ENTRIES = 150;

  /** As far away as a helper that reads and a helper that writes. */
  private static final int NEAR = 2;

  private static final int MOST_NEAR_ENTRIES = 5000;
  private static final int NOBODY = -1;

  /** Farther than any way goes. */
  private static final int FAR = 1000;

  private final List<FileDeclarations> files;
  private final List<DeclaredFunction> functions = new ArrayList<>();
  private final List<Integer> fileOf = new ArrayList<>();
  private final Map<Integer, Integer> owners = new HashMap<>();
  private final List<DeclaredClass> classes = new ArrayList<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<String, List<Integer>> callers = new HashMap<>();
  private final Map<String, Integer> declared = new HashMap<>();
  private final Map<String, Set<String>> below = new HashMap<>();
  private final Map<String, Set<String>> above = new HashMap<>();
  private final Map<String, BitSet> mentions = new ConcurrentHashMap<>();
  private final OtherNames otherNames;
  private final AtomicReferenceArray<int[]> callersOf;
  private final AtomicReferenceArray<BitSet> knowingClass;
  private final AtomicReferenceArray<Set<String>> kinOfClass;

  CallGraph(List<FileDeclarations> files) {
    this.files = List.copyOf(files);
    for (int file = 0; file < files.size(); file++) {
      FileDeclarations declarations = files.get(file);
      add(declarations.topLevel(), file);
      for (DeclaredFunction function : declarations.functions()) {
        add(function, file);
      }
      for (DeclaredClass type : declarations.classes()) {
        for (String name : type.supertypes()) {
          below.computeIfAbsent(name, _ -> new TreeSet<>()).add(type.name());
          above.computeIfAbsent(type.name(), _ -> new TreeSet<>()).add(name);
        }
        for (DeclaredFunction method : type.methods()) {
          owners.put(functions.size(), classes.size());
          add(method, file);
        }
        classes.add(type);
      }
    }
    this.otherNames = new OtherNames(files);
    this.callersOf = new AtomicReferenceArray<>(functions.size());
    this.knowingClass = new AtomicReferenceArray<>(classes.size());
    this.kinOfClass = new AtomicReferenceArray<>(classes.size());
  }

  private void add(DeclaredFunction function, int file) {
    int number = functions.size();
    functions.add(function);
    fileOf.add(file);
    numbers.put(key(function.file(), function.node()), number);
    declared.merge(function.name(), 1, Integer::sum);
    for (String name : function.calls()) {
      callers.computeIfAbsent(name, _ -> new ArrayList<>()).add(number);
    }
  }

  private static long key(int file, int node) {
    return ((long) file << 32) | node;
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

  /** The function whose code holds a spot. */
  private int holding(Spot spot) {
    for (int node : spot.ancestors()) {
      Integer number = node == 0 ? null : numbers.get(key(spot.file(), node));
      if (number != null) {
        return number;
      }
    }
    return numbers.getOrDefault(key(spot.file(), 0), NOBODY);
  }

  /**
   * Where taint can come from and lead to.
   *
   * @param entries functions in which a source and a sink come together, by file, 0 for the top
   *     level: each has one of its own or calls towards it, and not both through the same single
   *     call
   * @param towardsSource numbers of the functions that have a source or call towards one, as far as
   *     they lie on ways no longer than those for which functions are entered
   * @param towardsSink numbers of the functions that have a sink or call towards one
   * @param left how many more functions there are, all with longer ways
   */
  record Meetings(
      Map<Integer, Set<Integer>> entries, BitSet towardsSource, BitSet towardsSink, int left) {}

  /** What meetings say of the calls of a project. */
  CallWays ways(Meetings meetings) {
    return new CallWays() {
      @Override
      public boolean leadToSource(int file, int node) {
        return isIn(meetings.towardsSource(), file, node);
      }

      @Override
      public boolean leadToSink(int file, int node) {
        return isIn(meetings.towardsSink(), file, node);
      }
    };
  }

  /** Whether the function at a node of a file, 0 for its top level, is one of these. */
  private boolean isIn(BitSet numbers, int file, int node) {
    Integer number = this.numbers.get(key(file, node));
    return number != null && numbers.get(number);
  }

  Meetings meetings(Set<Spot> sources, Set<Spot> sinks) {
    Paths towardsSource = new Paths(sources);
    Paths towardsSink = new Paths(sinks);
    List<Integer> nearest =
        IntStream.range(0, functions.size())
            .filter(function -> towardsSource.meet(towardsSink, function))
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(function ->
                        towardsSource.distance[function] + towardsSink.distance[function])
                    .thenComparingInt(function -> function))
            .toList();
    Map<Integer, Set<Integer>> meetings = new TreeMap<>();
    int followed = 0;
    int longest = LONGEST_FLOW;
    for (int function : nearest) {
      int length = towardsSource.distance[function] + towardsSink.distance[function];
      if (followed >= (length <= NEAR ? MOST_NEAR_ENTRIES : MOST_ENTRIES)) {
        longest = length;
        break;
      }
      followed++;
      DeclaredFunction found = functions.get(function);
      meetings.computeIfAbsent(found.file(), _ -> new TreeSet<>()).add(found.node());
    }
    int left = nearest.size() - followed;
    return new Meetings(
        meetings,
        towardsSource.onWays(towardsSink, longest),
        towardsSink.within(towardsSink::reaches),
        left);
  }

  /** The files with functions from which calls lead into some files, those files included. */
  Set<Integer> reaching(IntPredicate files) {
    Paths towards =
        new Paths(
            IntStream.range(0, functions.size())
                .filter(function -> files.test(functions.get(function).file())));
    Set<Integer> found = new TreeSet<>();
    for (int function = 0; function < functions.size(); function++) {
      if (towards.first[function] != NOBODY) {
        found.add(functions.get(function).file());
      }
    }
    return found;
  }

  /** All functions from which calls lead to some spots, each with where two of its calls go. */
  private final class Paths {
    private final int[] first = new int[functions.size()];
    private final int[] second = new int[functions.size()];
    private final int[] distance = new int[functions.size()];

    Paths(Set<Spot> spots) {
      this(spots.stream().mapToInt(CallGraph.this::holding));
    }

    Paths(IntStream holders) {
      Arrays.fill(first, NOBODY);
      Arrays.fill(second, NOBODY);
      int[] open = new int[functions.size()];
      int end = 0;
      for (int holder : holders.sorted().toArray()) {
        if (holder >= 0 && first[holder] == NOBODY) {
          first[holder] = holder;
          open[end++] = holder;
        }
      }
      int next = 0;
      for (int steps = 0; steps < LONGEST_PATH && next < end; steps++) {
        for (int last = end; next < last; next++) {
          for (int caller : callersOf(open[next])) {
            if (first[caller] == NOBODY) {
              first[caller] = open[next];
              distance[caller] = steps + 1;
              open[end++] = caller;
            } else if (second[caller] == NOBODY && first[caller] != open[next]) {
              second[caller] = open[next];
            }
          }
        }
      }
    }

    boolean reaches(int function) {
      return first[function] != NOBODY;
    }

    /**
     * Those of the functions that lie on a way of calls up from here and down to the other end. The
     * functions of a file count as if they called each other, since they may share an object.
     *
     * @param most so many calls the way may have
     */
    BitSet onWays(Paths other, int most) {
      int[] down = other.downFromFiles();
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int function = 0; function < first.length; function++) {
          if (reaches(function) && distance[function] <= most) {
            int shortest = down[function];
            for (int caller : callersOf(function)) {
              shortest = Math.min(shortest, down[caller] + 1);
            }
            changed |= shortest < down[function];
            down[function] = shortest;
          }
        }
      }
      return within(
          function -> reaches(function) && distance[function] + (long) down[function] <= most);
    }

    /** How many calls lead down from each function, or from another of its file and one more. */
    private int[] downFromFiles() {
      int[] ofFile = new int[files.size()];
      Arrays.fill(ofFile, FAR);
      for (int function = 0; function < first.length; function++) {
        if (reaches(function)) {
          int file = fileOf.get(function);
          ofFile[file] = Math.min(ofFile[file], distance[function] + 1);
        }
      }
      int[] down = new int[first.length];
      for (int function = 0; function < first.length; function++) {
        down[function] = reaches(function) ? distance[function] : ofFile[fileOf.get(function)];
      }
      return down;
    }

    private BitSet within(IntPredicate wanted) {
      BitSet found = new BitSet(first.length);
      IntStream.range(0, first.length).filter(wanted).forEach(found::set);
      return found;
    }

    boolean meet(Paths other, int function) {
      int one = first[function];
      int two = other.first[function];
      return one != NOBODY
          && two != NOBODY
          && distance[function] + other.distance[function] <= LONGEST_FLOW
          && (one != two
              || one == function
              || second[function] != NOBODY
              || other.second[function] != NOBODY);
    }
  }

  private int[] callersOf(int callee) {
    int[] known = callersOf.get(callee);
    if (known == null) {
      known = findCallers(callee);
      callersOf.set(callee, known);
    }
    return known;
  }

  private int[] findCallers(int callee) {
    DeclaredFunction function = functions.get(callee);
    IntStream.Builder found = IntStream.builder();
    if (function.node() == 0) {
      for (String name : files.get(fileOf.get(callee)).variables()) {
        collect(callee, name, found);
      }
    } else {
      collect(callee, function.name(), found);
      collectOthers(callee, function.name(), found);
      for (String type : kinOf(callee)) {
        for (int caller : callers.getOrDefault(type + "#" + function.name(), List.of())) {
          found.add(caller);
        }
      }
      if (isConstructor(function.name())) {
        collect(callee, function.owner(), found);
      }
    }
    return found.build().filter(caller -> caller != callee).sorted().distinct().toArray();
  }

  /** Names of the classes as which the object of a method may be declared. */
  private Set<String> kinOf(int callee) {
    Integer owner = owners.get(callee);
    if (owner == null) {
      return Set.of();
    }
    Set<String> known = kinOfClass.get(owner);
    if (known == null) {
      DeclaredClass type = classes.get(owner);
      known = new TreeSet<>();
      gather(type.name(), below, known);
      for (String name : type.supertypes()) {
        gather(name, above, known);
      }
      kinOfClass.set(owner, known);
    }
    return known;
  }

  private static void gather(String from, Map<String, Set<String>> next, Set<String> into) {
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && into.size() < MOST_KIN) {
      String name = open.remove();
      if (into.add(name)) {
        open.addAll(next.getOrDefault(name, Set.of()));
      }
    }
  }

  private static boolean isConstructor(String name) {
    return switch (name) {
      case "__init__", "__construct", "initialize", "constructor", "init" -> true;
      default -> false;
    };
  }

  private void collect(int callee, String name, IntStream.Builder into) {
    List<Integer> all = callers.getOrDefault(name, List.of());
    int home = fileOf.get(callee);
    Language language = files.get(home).language();
    boolean typed = language == Language.JAVA || language == Language.CSHARP;
    BitSet knowing = typed || declared.getOrDefault(name, 0) > COMMON ? knowing(callee) : null;
    for (int caller : all) {
      int from = fileOf.get(caller);
      if ((knowing == null || from == home || knowing.get(from))
          && ProjectIndex.areKin(files.get(from).language(), language)) {
        into.add(caller);
      }
    }
  }

  private void collectOthers(int callee, String name, IntStream.Builder into) {
    for (String exported : otherNames.exported(files.get(fileOf.get(callee)), name)) {
      collect(callee, exported, into);
    }
    for (OtherNames.OtherName other : otherNames.of(files.get(fileOf.get(callee)), name)) {
      for (int caller : callers.getOrDefault(other.name(), List.of())) {
        if (fileOf.get(caller) == other.file()) {
          into.add(caller);
        }
      }
    }
  }

  /** The files that mention the class or the module of a function. */
  private BitSet knowing(int callee) {
    FileDeclarations home = files.get(fileOf.get(callee));
    Integer owner = owners.get(callee);
    if (owner == null) {
      BitSet all = new BitSet(files.size());
      addThoseThatKnow(home, all);
      return all;
    }
    BitSet known = knowingClass.get(owner);
    if (known == null) {
      DeclaredClass type = classes.get(owner);
      known = new BitSet(files.size());
      known.or(mentioning(type.name()));
      for (String name : type.supertypes()) {
        known.or(mentioning(name));
      }
      addThoseThatKnow(home, known);
      knowingClass.set(owner, known);
    }
    return known;
  }

  private void addThoseThatKnow(FileDeclarations home, BitSet all) {
    switch (home.language()) {
      case JAVA, KOTLIN, CSHARP, PHP -> {}
      case GO -> {
        all.or(inFolder(home.folder()));
        all.or(mentioning(stem(home.folder())));
      }
      default -> all.or(mentioning(stem(home.path())));
    }
  }

  private BitSet inFolder(String folder) {
    BitSet found = new BitSet(files.size());
    for (int file = 0; file < files.size(); file++) {
      if (files.get(file).folder().equals(folder)) {
        found.set(file);
      }
    }
    return found;
  }

  private BitSet mentioning(String name) {
    return mentions.computeIfAbsent(
        name,
        word -> {
          BitSet found = new BitSet(files.size());
          for (int file = 0; file < files.size(); file++) {
            if (files.get(file).mayMention(word)) {
              found.set(file);
            }
          }
          return found;
        });
  }

  private static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
