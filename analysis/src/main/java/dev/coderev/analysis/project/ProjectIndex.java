package dev.coderev.analysis.project;

import dev.coderev.analysis.resolve.Constant;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * All declarations of a project by name, and what a name in one file means. Safe to share.
 *
 * <p>A name is looked for where the language looks: among the imports of the file, in its package,
 * in packages imported whole, and, since not every import can be followed, in the whole project if
 * just one file declares it.
 */
public final class ProjectIndex {
  /** A project without files. */
  public static final ProjectIndex EMPTY = new ProjectIndex(List.of());

  private static final int LONGEST_CHAIN = 5;
  private static final int MOST_ABOVE = 32;

  private final Map<Integer, FileDeclarations> files = new HashMap<>();
  private final Map<Integer, Set<String>> importedNames = new HashMap<>();
  private final Map<String, List<DeclaredClass>> classes = new HashMap<>();
  private final Map<String, List<DeclaredFunction>> functions = new HashMap<>();
  private final Map<String, List<DeclaredFunction>> methods = new HashMap<>();
  private final Map<String, List<DeclaredClass>> below = new HashMap<>();
  private final Map<Integer, Map<String, List<DeclaredClass>>> meant = new ConcurrentHashMap<>();
  private final Map<List<Long>, List<DeclaredClass>> upwards = new ConcurrentHashMap<>();
  private final Map<List<Long>, List<DeclaredClass>> downwards = new ConcurrentHashMap<>();
  private final Map<Asked, List<DeclaredFunction>> found = new ConcurrentHashMap<>();
  private final Map<Question.ClassAt, String> faces = new ConcurrentHashMap<>();
  private final List<FileDeclarations> inOrder;
  private final ModulePaths modules;

  /** A question for methods. */
  private record Asked(List<Long> parts, String name, int arguments, boolean overridden) {}

  public ProjectIndex(List<FileDeclarations> declared) {
    List<FileDeclarations> all = new ArrayList<>(declared);
    all.sort(Comparator.comparing(FileDeclarations::path));
    this.inOrder = List.copyOf(all);
    for (FileDeclarations file : all) {
      files.put(file.file(), file);
      importedNames.put(
          file.file(), file.imports().stream().map(Import::local).collect(Collectors.toSet()));
      for (DeclaredFunction function : file.functions()) {
        functions.computeIfAbsent(function.name(), _ -> new ArrayList<>()).add(function);
      }
      for (DeclaredClass type : file.classes()) {
        classes.computeIfAbsent(type.name(), _ -> new ArrayList<>()).add(type);
        for (String above : type.supertypes()) {
          below.computeIfAbsent(above, _ -> new ArrayList<>()).add(type);
        }
        for (DeclaredFunction method : type.methods()) {
          methods.computeIfAbsent(method.name(), _ -> new ArrayList<>()).add(method);
        }
      }
    }
    this.modules = new ModulePaths(all);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** All files, by path. */
  public List<FileDeclarations> files() {
    return inOrder;
  }

  /** A digest of what can be seen of a class from other files. */
  String face(DeclaredClass type) {
    Question.ClassAt at = new Question.ClassAt(type.file(), declaring(type).place(type));
    return faces.computeIfAbsent(at, _ -> Inquiry.face(type, this));
  }

  /** The declarations of a file; empty for one that is not in the project. */
  public Optional<FileDeclarations> file(int number) {
    return Optional.ofNullable(files.get(number));
  }

  // ---- modules ----

  /** The files that make up a module as {@code from} names it, by path. */
  public List<FileDeclarations> module(FileDeclarations from, String module) {
    return modules.find(from, module);
  }

  /** What a name that a file imports stands for; empty where it imports none of the project. */
  public Optional<Meaning> imported(int from, String local) {
    FileDeclarations file = files.get(from);
    return file == null ? Optional.empty() : imported(file, local, LONGEST_CHAIN);
  }

  private Optional<Meaning> imported(FileDeclarations file, String local, int left) {
    for (Import each : file.imports()) {
      if (each.local().equals(local)) {
        List<FileDeclarations> found = module(file, each.module());
        if (!found.isEmpty()) {
          return Optional.of(meaning(found, each.element(), left));
        }
        List<FileDeclarations> inside = module(file, within(each.module(), each.element()));
        if (!each.element().isEmpty() && !inside.isEmpty()) {
          return Optional.of(new Meaning(inside, ""));
        }
      }
    }
    for (Import each : file.imports()) {
      if (each.element().equals("*")) {
        for (FileDeclarations module : module(file, each.module())) {
          if (declares(module, local)) {
            return Optional.of(meaning(List.of(module), local, left));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String within(String module, String element) {
    return module.endsWith(".") ? module + element : module + "." + element;
  }

  /** The element of a module, followed to the file that declares it. */
  private Meaning meaning(List<FileDeclarations> module, String element, int left) {
    if (element.isEmpty() || left == 0) {
      return new Meaning(module, element);
    }
    for (FileDeclarations file : module) {
      if (declares(file, element)) {
        return new Meaning(List.of(file), file.exports().getOrDefault(element, element));
      }
    }
    for (FileDeclarations file : module) {
      for (Import handed : file.handedOn()) {
        boolean all = handed.element().equals("*") && !element.equals("default");
        if (handed.local().equals(element) || all) {
          List<FileDeclarations> next = module(file, handed.module());
          if (!next.isEmpty()) {
            Meaning found = meaning(next, all ? element : handed.element(), left - 1);
            if (!all || found.files().stream().anyMatch(f -> declares(f, found.element()))) {
              return found;
            }
          }
        }
      }
      Optional<Meaning> through = imported(file, element, left - 1);
      if (through.isPresent()) {
        return through.get();
      }
      List<FileDeclarations> inside = module(file, "." + element);
      if (file.language() == Language.PYTHON && !inside.isEmpty()) {
        return new Meaning(inside, "");
      }
    }
    return new Meaning(module, element);
  }

  private static boolean declares(FileDeclarations file, String name) {
    String local = file.exports().getOrDefault(name, name);
    return file.exports().containsKey(name)
        || file.variables().contains(local)
        || file.functions().stream().anyMatch(f -> f.name().equals(local))
        || file.classes().stream().anyMatch(c -> c.name().equals(local));
  }

  /**
   * What an imported name stands for.
   *
   * @param files those of the module, as many as its language allows
   * @param element the name in them, empty for the module as a whole
   */
  public record Meaning(List<FileDeclarations> files, String element) {
    public Meaning {
      files = List.copyOf(files);
    }
  }

  // ---- classes ----

  /** The parts of the class that a simple name means in a file; empty where it is not known. */
  public List<DeclaredClass> classNamed(int from, String name) {
    List<DeclaredClass> all = classes.get(name);
    FileDeclarations file = files.get(from);
    if (file == null || (all == null && isNowhereImported(file, name))) {
      return List.of();
    }
    return meant
        .computeIfAbsent(from, _ -> new ConcurrentHashMap<>())
        .computeIfAbsent(name, _ -> classNamed(file, name, all == null ? List.of() : all));
  }

  private boolean isNowhereImported(FileDeclarations file, String name) {
    return !isScript(file.language())
        && !importedNames.getOrDefault(file.file(), Set.of()).contains(name);
  }

  private List<DeclaredClass> classNamed(
      FileDeclarations file, String name, List<DeclaredClass> all) {
    int from = file.file();
    List<DeclaredClass> candidates = ofKin(all, file);
    List<DeclaredClass> own = candidates.stream().filter(c -> c.file() == from).toList();
    if (!own.isEmpty() && file.language() != Language.GO) {
      return own;
    }
    List<DeclaredClass> imported = importedClass(file, name, candidates);
    if (!imported.isEmpty()) {
      return imported;
    }
    List<DeclaredClass> near =
        candidates.stream().filter(c -> sharesPackage(file, declaring(c))).toList();
    if (!near.isEmpty()) {
      return near;
    }
    List<DeclaredClass> wild =
        candidates.stream().filter(c -> importsAllOf(file, declaring(c))).toList();
    if (!wild.isEmpty()) {
      return wild;
    }
    return areOne(file, candidates) ? candidates : List.of();
  }

  private List<DeclaredClass> importedClass(
      FileDeclarations file, String name, List<DeclaredClass> candidates) {
    for (Import each : file.imports()) {
      if (each.local().equals(name)) {
        String full =
            each.element().isEmpty() ? each.module() : within(each.module(), each.element());
        List<DeclaredClass> found =
            candidates.stream().filter(c -> isQualified(full, declaring(c), c.name())).toList();
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    Optional<Meaning> meaning = imported(file, name, LONGEST_CHAIN);
    if (meaning.isEmpty()) {
      return List.of();
    }
    String element = meaning.get().element();
    List<DeclaredClass> found = new ArrayList<>();
    for (FileDeclarations module : meaning.get().files()) {
      String there =
          element.isEmpty() || element.equals("default")
              ? module.exports().getOrDefault("default", name)
              : element;
      module.classes().stream().filter(c -> c.name().equals(there)).forEach(found::add);
    }
    return found;
  }

  private static boolean isQualified(String full, FileDeclarations in, String name) {
    return !in.namespace().isEmpty()
        && full.startsWith(in.namespace() + ".")
        && (full.equals(in.namespace() + "." + name) || full.endsWith("." + name));
  }

  private List<DeclaredClass> ofKin(List<DeclaredClass> all, FileDeclarations file) {
    return all.stream().filter(c -> areKin(file.language(), declaring(c).language())).toList();
  }

  private FileDeclarations declaring(DeclaredClass type) {
    return declaring(type.file());
  }

  private FileDeclarations declaring(int file) {
    return Objects.requireNonNull(files.get(file));
  }

  private static boolean sharesPackage(FileDeclarations a, FileDeclarations b) {
    return switch (a.language()) {
      case GO -> a.folder().equals(b.folder());
      case PYTHON, JAVASCRIPT, TYPESCRIPT, RUBY, C, CPP, RUST, SWIFT, TEXT -> false;
      default -> a.namespace().equals(b.namespace());
    };
  }

  private boolean importsAllOf(FileDeclarations file, FileDeclarations of) {
    if (file.language() == Language.GO) {
      return file.imports().stream().anyMatch(i -> module(file, i.module()).contains(of));
    }
    return file.imports().stream()
        .anyMatch(i ->
            (i.element().equals("*") || file.language() == Language.CSHARP)
                && i.module().equals(of.namespace()));
  }

  /** Whether they are parts of one class. */
  private boolean areOne(FileDeclarations from, List<DeclaredClass> candidates) {
    return candidates.size() == 1
        || (from.language() == Language.GO
            && candidates.stream().map(c -> declaring(c).folder()).distinct().count() == 1);
  }

  /** Whether code in one language can call code in the other. */
  public static boolean areKin(Language a, Language b) {
    return a == b || (isScript(a) && isScript(b));
  }

  private static boolean isScript(Language language) {
    return language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
  }

  /** The class with these parts and all classes above it, nearest first. */
  public List<DeclaredClass> upwards(List<DeclaredClass> parts) {
    return upwards.computeIfAbsent(keys(parts), _ -> findUpwards(parts));
  }

  private static List<Long> keys(List<DeclaredClass> parts) {
    return parts.stream().map(ProjectIndex::key).toList();
  }

  private List<DeclaredClass> findUpwards(List<DeclaredClass> parts) {
    List<DeclaredClass> all = new ArrayList<>(parts);
    Set<Long> seen = new HashSet<>();
    parts.forEach(part -> seen.add(key(part)));
    for (int i = 0; i < all.size() && all.size() < MOST_ABOVE; i++) {
      for (String name : all.get(i).supertypes()) {
        for (DeclaredClass above : classNamed(all.get(i).file(), name)) {
          if (seen.add(key(above))) {
            all.add(above);
          }
        }
      }
    }
    return List.copyOf(all);
  }

  private static long key(DeclaredClass type) {
    return ((long) type.file() << 32) | (type.node() & 0xffffffffL) + type.name().hashCode() * 31L;
  }

  /** The classes that extend or implement a class, directly or not, by file. */
  public List<DeclaredClass> downwards(List<DeclaredClass> parts) {
    return downwards.computeIfAbsent(keys(parts), _ -> findDownwards(parts));
  }

  private List<DeclaredClass> findDownwards(List<DeclaredClass> parts) {
    Set<Long> seen = new HashSet<>();
    parts.forEach(part -> seen.add(key(part)));
    List<DeclaredClass> all = new ArrayList<>(parts);
    for (int i = 0; i < all.size() && all.size() < MOST_ABOVE * 4; i++) {
      DeclaredClass above = all.get(i);
      for (DeclaredClass candidate : below.getOrDefault(above.name(), List.of())) {
        boolean meant =
            classNamed(candidate.file(), above.name()).stream().anyMatch(c -> key(c) == key(above));
        if (meant && seen.add(key(candidate))) {
          all.add(candidate);
        }
      }
    }
    return List.copyOf(all.subList(parts.size(), all.size()));
  }

  /** The declared type of a field of a class or of one above it, as a simple name; or empty. */
  public String fieldType(List<DeclaredClass> parts, String field) {
    for (DeclaredClass type : upwards(parts)) {
      String found = type.fieldTypes().getOrDefault(field, "");
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  /** The value of a field of a class or of one above it that never changes. */
  public Optional<Constant> constant(List<DeclaredClass> parts, String field) {
    return upwards(parts).stream()
        .flatMap(type -> Optional.ofNullable(type.constants().get(field)).stream())
        .findFirst();
  }

  // ---- functions ----

  /**
   * The methods that a call on an object of a class may reach: those of the class or the nearest
   * one above that has code for it, and with {@code overridden} those of the classes below.
   */
  public List<DeclaredFunction> methods(
      List<DeclaredClass> parts, String name, int arguments, boolean overridden) {
    return found.computeIfAbsent(
        new Asked(keys(parts), name, arguments, overridden),
        _ -> findMethods(parts, name, arguments, overridden));
  }

  private List<DeclaredFunction> findMethods(
      List<DeclaredClass> parts, String name, int arguments, boolean overridden) {
    List<DeclaredFunction> found = new ArrayList<>();
    for (DeclaredClass type : upwards(parts)) {
      List<DeclaredFunction> here = withCode(type.methods(), name, arguments);
      if (!here.isEmpty()) {
        found.addAll(here);
        break;
      }
    }
    if (found.isEmpty() || overridden) {
      for (DeclaredClass type : downwards(parts)) {
        found.addAll(withCode(type.methods(), name, arguments));
      }
    }
    return List.copyOf(found);
  }

  private static List<DeclaredFunction> withCode(
      List<DeclaredFunction> methods, String name, int arguments) {
    List<DeclaredFunction> fitting = new ArrayList<>();
    for (DeclaredFunction method : methods) {
      if (method.hasBody() && method.name().equals(name) && method.accepts(arguments)) {
        fitting.add(method);
      }
    }
    return fitting;
  }

  /** The plain functions that a bare name means in a file, apart from those it imports by name. */
  public List<DeclaredFunction> functionNamed(int from, String name, int arguments) {
    FileDeclarations file = files.get(from);
    if (file == null) {
      return List.of();
    }
    List<DeclaredFunction> candidates =
        withCode(functions.getOrDefault(name, List.of()), name, arguments).stream()
            .filter(f -> f.file() != from)
            .filter(f -> areKin(file.language(), declaring(f.file()).language()))
            .toList();
    List<DeclaredFunction> near =
        candidates.stream().filter(f -> sharesPackage(file, declaring(f.file()))).toList();
    return switch (file.language()) {
      case GO -> near;
      case JAVA, PYTHON, JAVASCRIPT, TYPESCRIPT -> List.of();
      default -> near.size() == 1 ? near : candidates.size() == 1 ? candidates : List.of();
    };
  }

  /** All methods of this name anywhere in files that a file can call. */
  public List<DeclaredFunction> methodsNamed(int from, String name, int arguments) {
    FileDeclarations file = files.get(from);
    if (file == null) {
      return List.of();
    }
    return withCode(methods.getOrDefault(name, List.of()), name, arguments).stream()
        .filter(f -> areKin(file.language(), declaring(f.file()).language()))
        .toList();
  }
}
