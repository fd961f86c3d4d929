package dev.coderev.analysis.project;

import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one file declares, imports, exports and calls, as far as other files need it.
 *
 * @param file number of the file in the project
 * @param namespace its package or namespace as declared, dotted; empty where it declares none
 * @param functions plain functions
 * @param topLevel what the code outside all functions calls, as a function with the node 0
 * @param variables names to which the top level gives values
 * @param exports names under which a script hands on what it declares, by that name
 * @param handedOn what it hands on from other files
 * @param words hashes of all identifiers in it, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record FileDeclarations(
    int file,
    String path,
    Language language,
    String namespace,
    List<Import> imports,
    List<DeclaredClass> classes,
    List<DeclaredFunction> functions,
    DeclaredFunction topLevel,
    Set<String> variables,
    Map<String, String> exports,
    List<Import> handedOn,
    int[] words) {
  public FileDeclarations {
    imports = List.copyOf(imports);
    classes = List.copyOf(classes);
    functions = List.copyOf(functions);
    variables = Set.copyOf(variables);
    exports = Map.copyOf(exports);
    handedOn = List.copyOf(handedOn);
  }

  /** The same of a file with another number. */
  public FileDeclarations at(int number) {
    return new FileDeclarations(
        number,
        path,
        language,
        namespace,
        imports,
        classes.stream().map(declared -> declared.at(number)).toList(),
        functions.stream().map(declared -> declared.at(number)).toList(),
        topLevel.at(number),
        variables,
        exports,
        handedOn,
        words);
  }

  /** All its functions, what stands outside of them first. */
  public List<DeclaredFunction> allFunctions() {
    List<DeclaredFunction> all = new ArrayList<>();
    all.add(topLevel);
    all.addAll(functions);
    classes.forEach(type -> all.addAll(type.methods()));
    return all;
  }

  /** The place of a class of the file among them. */
  int place(DeclaredClass type) {
    for (int place = 0; place < classes.size(); place++) {
      DeclaredClass candidate = classes.get(place);
      if (candidate.node() == type.node() && candidate.name().equals(type.name())) {
        return place;
      }
    }
    throw new IllegalArgumentException(type.name() + " is no class of " + path);
  }

  /** The place of the function at a node among all of the file, -1 where none is. */
  public int place(int node) {
    List<DeclaredFunction> all = allFunctions();
    for (int place = all.size() - 1; place >= 0; place--) {
      if (all.get(place).node() == node) {
        return place;
      }
    }
    return -1;
  }

  /** Whether the file may mention a name: false only where it surely does not. */
  public boolean mayMention(String name) {
    return Arrays.binarySearch(words, name.hashCode()) >= 0;
  }

  /** The folder that holds it, empty for the root of the project. */
  public String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
