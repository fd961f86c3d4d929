package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.FlowClass;
import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.project.AskedIndex;
import dev.coderev.analysis.project.DeclaredClass;
import dev.coderev.analysis.project.DeclaredFunction;
import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.project.Import;
import dev.coderev.analysis.project.ProjectIndex.Meaning;
import dev.coderev.analysis.resolve.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What names and calls in one file mean that the file itself does not explain: functions, classes,
 * modules and constants of other files of the project.
 */
final class Outside {
  private static final int MOST = 4;
  private static final int MOST_BY_NAME = 2;

  private final Session session;
  private final AskedIndex index;
  private final int file;
  private final Map<String, Value> variables = new HashMap<>();

  Outside(Analysis analysis, int file) {
    this.session = analysis.session;
    this.index = session.index();
    this.file = file;
  }

  /** The number of the file in the project. */
  int file() {
    return file;
  }

  boolean isEmpty() {
    return index.isEmpty();
  }

  // ---- classes ----

  boolean knowsClass(String name) {
    return !index.classNamed(file, name).isEmpty();
  }

  List<DeclaredClass> classNamed(String name) {
    return index.classNamed(file, name);
  }

  /** Whether making an object of the class may bring taint into it, or gets some. */
  boolean matters(List<DeclaredClass> parts, boolean tainted) {
    return parts.stream()
        .anyMatch(part ->
            session.matters(part.file(), tainted)
                || part.methods().stream()
                    .anyMatch(m -> m.name().equals(part.name()) && session.matters(m, tainted)));
  }

  /** The class of this name with code, if it can be loaded. */
  @Nullable ClassRef classRef(List<DeclaredClass> parts) {
    for (DeclaredClass part : parts) {
      Analysis in = session.load(part.file());
      FlowClass type = in == null ? null : in.classAt(part.node());
      if (in != null && type != null) {
        return new ClassRef(in, type);
      }
    }
    return null;
  }

  /** The methods that a call on an object of the class may reach; none where too many may be. */
  List<Closure> methods(
      List<DeclaredClass> parts,
      String name,
      int arguments,
      boolean overridden,
      @Nullable Value self,
      boolean tainted) {
    List<DeclaredFunction> found = index.methods(parts, name, arguments, overridden);
    return found.size() > MOST ? List.of() : closures(found, self, tainted);
  }

  /** The class directly above another. */
  List<DeclaredClass> above(List<DeclaredClass> parts) {
    List<DeclaredClass> all = index.upwards(parts);
    return all.size() > parts.size() ? List.of(all.get(parts.size())) : List.of();
  }

  /** The methods with a rare name, whatever their class. */
  List<Closure> methodsNamed(String name, int arguments, Value self, boolean tainted) {
    List<DeclaredFunction> found = index.methodsNamed(file, name, arguments);
    return found.size() > MOST_BY_NAME ? List.of() : closures(found, self, tainted);
  }

  String fieldType(String type, String field) {
    return index.fieldType(index.classNamed(file, type), field);
  }

  private List<Closure> closures(
      List<DeclaredFunction> functions, @Nullable Value self, boolean tainted) {
    List<Closure> closures = new ArrayList<>();
    for (DeclaredFunction function : functions) {
      if (!session.matters(function, tainted)) {
        continue;
      }
      Analysis in = session.load(function.file());
      FlowFunction found = in == null ? null : in.functionAt(function.node());
      if (in != null && found != null && !found.order().isEmpty()) {
        closures.add(new Closure(in, found.id(), in.moduleScope(), self));
      }
    }
    return closures;
  }

  /** Methods of an object of which nothing is known find it as its class leaves it. */
  static List<Closure> atRest(List<Closure> methods) {
    return methods.stream().map(Outside::atRest).toList();
  }

  private static Closure atRest(Closure method) {
    Value self = method.self();
    if (self == null || self.isContainer()) {
      return method;
    }
    Value object = method.in().object(method.in().flow.functions().get(method.function()));
    return new Closure(
        method.in(),
        method.function(),
        method.around(),
        object.tainted(self.taints()).withType(self.type()));
  }

  // ---- functions ----

  /** The functions that a bare name calls. */
  List<Closure> functions(String name, int arguments, boolean tainted) {
    FileDeclarations here = index.file(file).orElse(null);
    if (here == null) {
      return List.of();
    }
    for (Import each : here.imports()) {
      boolean meant = each.local().equals(name) && each.element().equals(name);
      if (meant || each.element().equals("*")) {
        List<DeclaredClass> holder = index.classNamed(file, lastPart(each.module()));
        List<Closure> found = methods(holder, name, arguments, false, Value.UNKNOWN, tainted);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    List<DeclaredFunction> found = index.functionNamed(file, name, arguments);
    return found.size() > MOST ? List.of() : closures(found, null, tainted);
  }

  private static String lastPart(String module) {
    return module.substring(module.lastIndexOf('.') + 1);
  }

  // ---- modules, variables, constants ----

  /** The value of a name that nothing in the file declares. */
  Value variable(String name) {
    Value known = variables.get(name);
    if (known == null) {
      variables.put(name, Value.UNKNOWN);
      known = find(name);
      variables.put(name, known);
    }
    return known;
  }

  private Value find(String name) {
    Optional<Meaning> meaning = index.imported(file, name);
    if (meaning.isPresent()) {
      return valueOf(meaning.get());
    }
    FileDeclarations here = index.file(file).orElse(null);
    if (here == null) {
      return Value.UNKNOWN;
    }
    for (Import each : here.imports()) {
      if (each.local().equals(name) && each.element().equals(name)) {
        return staticField(lastPart(each.module()), name);
      }
      if (each.local().startsWith(name + ".")) {
        return Value.UNKNOWN.withType(Session.PACKAGE + name);
      }
    }
    return Value.UNKNOWN;
  }

  private Value valueOf(Meaning meaning) {
    return meaning.element().isEmpty()
        ? session.module(meaning.files())
        : exported(meaning.files(), meaning.element());
  }

  /** The value of what a script requires by a path. */
  Value required(String module) {
    List<FileDeclarations> files = index.module(file, module);
    if (files.isEmpty()) {
      return Value.UNKNOWN;
    }
    Value whole = exported(files, "default");
    boolean plain = whole.functions().isEmpty() && whole.type().isEmpty();
    return plain ? session.module(files) : whole;
  }

  /** A part of a module or package, null where the value is neither. */
  @Nullable Value member(Value module, String name) {
    if (module.type().startsWith(Session.PACKAGE)) {
      String full = module.type().substring(Session.PACKAGE.length()) + "." + name;
      Optional<Meaning> meaning = index.imported(file, full);
      return meaning.isPresent()
          ? valueOf(meaning.get())
          : Value.UNKNOWN.withType(Session.PACKAGE + full);
    }
    List<FileDeclarations> files = session.filesOf(module);
    return files.isEmpty() ? null : exported(files, name);
  }

  /** The functions that a call of a member of a module reaches, and the class if it is one. */
  List<DeclaredClass> classIn(Value module, String name) {
    for (FileDeclarations in : session.filesOf(module)) {
      String local = in.exports().getOrDefault(name, name);
      List<DeclaredClass> found = index.classNamed(in.file(), local);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private Value exported(List<FileDeclarations> files, String element) {
    for (FileDeclarations each : files) {
      Analysis in = session.load(each.file());
      if (in != null) {
        Value value = in.exported(each.exports().getOrDefault(element, element), element);
        if (value != Value.UNKNOWN) {
          return value;
        }
        Optional<Meaning> handed =
            each.file() == file ? Optional.empty() : index.imported(each.file(), element);
        if (handed.isPresent() && !handed.get().files().equals(files)) {
          return valueOf(handed.get());
        }
      }
    }
    return Value.UNKNOWN;
  }

  /** The value of a field of a class, as far as it never changes. */
  Value staticField(String type, String field) {
    List<DeclaredClass> parts = index.classNamed(file, type);
    return parts.isEmpty()
        ? Value.UNKNOWN
        : switch (index.constant(parts, field).orElse(null)) {
          case Constant.Text(String text) -> Value.constant(text);
          case Constant.Whole(long whole) -> Value.constant(whole);
          case Constant.Real(double real) -> Value.constant(real);
          case Constant.Truth(boolean truth) -> Value.constant(truth);
          case Constant.SomeText() -> Value.UNKNOWN;
          case null -> Value.UNKNOWN;
        };
  }
}
