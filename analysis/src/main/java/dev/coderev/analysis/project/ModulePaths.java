package dev.coderev.analysis.project;

import dev.coderev.analysis.source.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files that module names stand for, by the rules of their languages. */
final class ModulePaths {
  private static final List<String> SCRIPT_ENDINGS =
      List.of("", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts");

  /** The first words of paths in Go's own library. */
  private static final Set<String> STANDARD_GO =
      Set.of(
          "archive",
          "compress",
          "container",
          "crypto",
          "database",
          "debug",
          "encoding",
          "go",
          "hash",
          "html",
          "image",
          "index",
          "internal",
          "io",
          "log",
          "math",
          "mime",
          "net",
          "os",
          "path",
          "regexp",
          "runtime",
          "sync",
          "testing",
          "text",
          "time",
          "unicode");

  private final Map<String, FileDeclarations> byPath = new HashMap<>();
  private final Map<String, List<FileDeclarations>> goFolders = new HashMap<>();
  private final Map<String, List<FileDeclarations>> pythonBySuffix = new HashMap<>();

  ModulePaths(List<FileDeclarations> files) {
    for (FileDeclarations file : files) {
      byPath.put(file.path(), file);
      switch (file.language()) {
        case GO -> {
          if (!file.path().endsWith("_test.go")) {
            goFolders.computeIfAbsent(file.folder(), _ -> new ArrayList<>()).add(file);
          }
        }
        case PYTHON -> {
          for (String name : suffixes(pythonName(file.path()))) {
            pythonBySuffix.computeIfAbsent(name, _ -> new ArrayList<>()).add(file);
          }
        }
        default -> {}
      }
    }
  }

  List<FileDeclarations> find(FileDeclarations from, String module) {
    return switch (from.language()) {
      case PYTHON -> python(from, module);
      case JAVASCRIPT, TYPESCRIPT -> script(from, module);
      case GO -> go(module);
      default -> List.of();
    };
  }

  // ---- Python ----

  private static String pythonName(String path) {
    String name = path.replaceFirst("\\.pyi?w?$", "");
    return (name.endsWith("/__init__") ? name.substring(0, name.length() - 9) : name)
        .replace('/', '.');
  }

  private static List<String> suffixes(String dotted) {
    List<String> all = new ArrayList<>();
    all.add(dotted);
    for (int dot = dotted.indexOf('.'); dot >= 0; dot = dotted.indexOf('.', dot + 1)) {
      all.add(dotted.substring(dot + 1));
    }
    return all;
  }

  private List<FileDeclarations> python(FileDeclarations from, String module) {
    int dots = 0;
    while (dots < module.length() && module.charAt(dots) == '.') {
      dots++;
    }
    if (dots > 0) {
      String folder = from.folder();
      for (int i = 1; i < dots; i++) {
        folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
      }
      String rest = module.substring(dots).replace('.', '/');
      return pythonAt(folder.isEmpty() ? rest : rest.isEmpty() ? folder : folder + "/" + rest);
    }
    String beside = from.folder().isEmpty() ? "" : from.folder() + "/";
    List<FileDeclarations> near = pythonAt(beside + module.replace('.', '/'));
    if (!near.isEmpty()) {
      return near;
    }
    List<FileDeclarations> found = pythonBySuffix.getOrDefault(module, List.of());
    if (found.size() <= 1) {
      return found;
    }
    List<FileDeclarations> exact =
        found.stream().filter(file -> pythonName(file.path()).equals(module)).toList();
    return exact.size() == 1 ? exact : nearest(from, found);
  }

  private List<FileDeclarations> pythonAt(String path) {
    for (String ending : List.of(".py", "/__init__.py", ".pyw", ".pyi")) {
      FileDeclarations file = byPath.get(path + ending);
      if (file != null) {
        return List.of(file);
      }
    }
    return List.of();
  }

  /** The one that shares most folders with the file, if it is the only one to do so. */
  private static List<FileDeclarations> nearest(
      FileDeclarations from, List<FileDeclarations> candidates) {
    FileDeclarations best = candidates.getFirst();
    int most = -1;
    boolean alone = true;
    for (FileDeclarations candidate : candidates) {
      int shared = shared(from.path(), candidate.path());
      if (shared > most) {
        best = candidate;
        most = shared;
        alone = true;
      } else if (shared == most) {
        alone = false;
      }
    }
    return alone ? List.of(best) : List.of();
  }

  private static int shared(String a, String b) {
    int folders = 0;
    for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
      folders += a.charAt(i) == '/' ? 1 : 0;
    }
    return folders;
  }

  // ---- JavaScript and TypeScript ----

  private List<FileDeclarations> script(FileDeclarations from, String module) {
    if (module.startsWith(".")) {
      return scriptAt(normalized(from.folder() + "/" + module));
    }
    int slash = module.indexOf('/');
    if (module.startsWith("@/") || module.startsWith("~/")) {
      String rest = module.substring(slash + 1);
      List<FileDeclarations> found = scriptAt("src/" + rest);
      return found.isEmpty() ? scriptAt(rest) : found;
    }
    return slash > 0 ? scriptAt(module) : List.of();
  }

  private List<FileDeclarations> scriptAt(String path) {
    List<String> tried = new ArrayList<>();
    SCRIPT_ENDINGS.forEach(ending -> tried.add(path + ending));
    if (path.matches(".*\\.[cm]?jsx?$")) {
      tried.add(path.replaceFirst("\\.([cm]?)js(x?)$", ".$1ts$2"));
    }
    SCRIPT_ENDINGS.forEach(ending -> tried.add(path + "/index" + ending));
    for (String candidate : tried) {
      FileDeclarations file = byPath.get(candidate);
      if (file != null && ProjectIndex.areKin(file.language(), Language.JAVASCRIPT)) {
        return List.of(file);
      }
    }
    return List.of();
  }

  private static String normalized(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  // ---- Go ----

  /** The folder whose path is the longest end of the module's path. */
  private List<FileDeclarations> go(String module) {
    String rest = module;
    if (STANDARD_GO.contains(module.substring(0, Math.max(0, module.indexOf('/'))))
        || module.indexOf('/') < 0) {
      return goFolders.getOrDefault(module, List.of());
    }
    while (true) {
      List<FileDeclarations> found = goFolders.getOrDefault(rest, List.of());
      if (!found.isEmpty()) {
        return found;
      }
      int slash = rest.indexOf('/');
      if (slash < 0) {
        return List.of();
      }
      rest = rest.substring(slash + 1);
    }
  }
}
