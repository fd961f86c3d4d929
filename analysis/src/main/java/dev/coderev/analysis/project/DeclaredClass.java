package dev.coderev.analysis.project;

import dev.coderev.analysis.resolve.Constant;
import java.util.List;
import java.util.Map;

/**
 * A class, interface or other type with methods that a file declares.
 *
 * @param file number of the file in the project
 * @param node of the class in the file's tree
 * @param supertypes simple names of what it extends and implements
 * @param fieldTypes simple names of the declared types of its fields, by field
 * @param constants values of fields that never change and stand there as literals, by field
 * @param methods constructors among them
 */
public record DeclaredClass(
    int file,
    int node,
    String name,
    List<String> supertypes,
    Map<String, String> fieldTypes,
    Map<String, Constant> constants,
    List<DeclaredFunction> methods) {
  public DeclaredClass {
    supertypes = List.copyOf(supertypes);
    fieldTypes = Map.copyOf(fieldTypes);
    constants = Map.copyOf(constants);
    methods = List.copyOf(methods);
  }

  /** The same in a file with another number. */
  DeclaredClass at(int number) {
    return new DeclaredClass(
        number,
        node,
        name,
        supertypes,
        fieldTypes,
        constants,
        methods.stream().map(declared -> declared.at(number)).toList());
  }
}
