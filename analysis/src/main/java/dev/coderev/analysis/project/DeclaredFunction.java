package dev.coderev.analysis.project;

import java.util.List;

/**
 * A named function or method that a file declares and that is not written inside another function.
 *
 * @param file number of the file in the project
 * @param node of the function in the file's tree
 * @param owner simple name of its class, empty for a plain function
 * @param least the fewest arguments that it takes
 * @param most the most arguments that it takes
 * @param hasBody whether there is code in it
 * @param calls simple names of what is called or created in it, lambdas and inner functions
 *     included; as {@code Type#name} where the file tells the type of the object
 */
public record DeclaredFunction(
    int file,
    int node,
    String name,
    String owner,
    int least,
    int most,
    boolean hasBody,
    List<String> calls) {
  public DeclaredFunction {
    calls = List.copyOf(calls);
  }

  /** The same in a file with another number. */
  DeclaredFunction at(int number) {
    return new DeclaredFunction(number, node, name, owner, least, most, hasBody, calls);
  }

  /** Whether it can be called with so many arguments. */
  public boolean accepts(int arguments) {
    return least <= arguments && arguments <= most;
  }
}
