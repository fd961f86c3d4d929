package dev.coderev.analysis.engine;

import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.project.Import;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that files give to functions of others: {@code import {f as g}}, and whatever a file
 * calls the one thing that a script exports.
 */
final class OtherNames {
  private static final String DEFAULT = "default";

  private final Map<String, List<OtherName>> ofElement = new HashMap<>();
  private final Map<String, List<OtherName>> ofModule = new HashMap<>();

  /** What one file calls a function. */
  record OtherName(int file, String name) {}

  OtherNames(List<FileDeclarations> files) {
    for (int file = 0; file < files.size(); file++) {
      boolean script = isScript(files.get(file));
      for (Import each : files.get(file).imports()) {
        OtherName other = new OtherName(file, each.local());
        String element = each.element();
        if (script && (element.isEmpty() || element.equals(DEFAULT))) {
          ofModule.computeIfAbsent(stem(each.module()), _ -> new ArrayList<>()).add(other);
        } else if (!element.isEmpty() && !element.equals("*") && !element.equals(each.local())) {
          ofElement.computeIfAbsent(element, _ -> new ArrayList<>()).add(other);
        }
      }
    }
  }

  /** What other files may call a function of this file. */
  List<OtherName> of(FileDeclarations home, String function) {
    List<OtherName> found = new ArrayList<>(ofElement.getOrDefault(function, List.of()));
    if (isScript(home)) {
      home.exports()
          .forEach((exported, local) -> {
            if (local.equals(function)) {
              if (exported.equals(DEFAULT)) {
                found.addAll(ofModule.getOrDefault(moduleOf(home), List.of()));
              } else if (!exported.equals(function)) {
                found.addAll(ofElement.getOrDefault(exported, List.of()));
              }
            }
          });
    }
    return found;
  }

  /** The names, other than its own, under which a script hands on one of its functions. */
  List<String> exported(FileDeclarations home, String function) {
    return home.exports().entrySet().stream()
        .filter(each -> each.getValue().equals(function))
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals(function) && !name.equals(DEFAULT))
        .sorted()
        .toList();
  }

  private static boolean isScript(FileDeclarations file) {
    return file.language() == Language.JAVASCRIPT || file.language() == Language.TYPESCRIPT;
  }

  private static String moduleOf(FileDeclarations home) {
    String stem = stem(home.path());
    return stem.equals("index") ? stem(home.folder()) : stem;
  }

  private static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
