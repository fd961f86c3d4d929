package dev.coderev.analysis.taint;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.flow.FileFlow;
import dev.coderev.analysis.flow.FlowClass;
import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import dev.coderev.analysis.project.DeclaredClass;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which functions of the project a call may reach: by the value called, by class, by name. */
final class Resolution {
  private static final int MOST = 4;

  private final Analysis analysis;
  private final FileFlow flow;
  private final Frame frame;
  private final Outside outside;

  Resolution(Analysis analysis, Frame frame) {
    this.analysis = analysis;
    this.flow = analysis.flow;
    this.frame = frame;
    this.outside = analysis.outside;
  }

  /**
   * What a call reaches.
   *
   * @param functions none where it leads out of the project
   * @param creates the class that is instantiated, if it is one of the project
   * @param type the simple name of a class of which all that matters is that this makes an object
   * @param guessed whether only the name tells, so that it may lead elsewhere as well
   */
  record Reach(List<Closure> functions, @Nullable ClassRef creates, String type, boolean guessed) {
    static final Reach NOTHING = new Reach(List.of(), null, "", false);

    static Reach of(List<Closure> functions) {
      return functions.isEmpty() ? NOTHING : new Reach(functions, null, "", false);
    }
  }

  Reach of(Instruction.Invoke call) {
    if (call.creates()) {
      Reach made = constructors(call.name(), call);
      return made.equals(Reach.NOTHING) ? byFunction(call) : made;
    }
    Value callee = frame.register(call.callee());
    if (!callee.functions().isEmpty()) {
      return Reach.of(callee.functions());
    }
    if (callee.constant() instanceof String name) {
      return Reach.of(named(name, call.arguments().size()));
    }
    if (call.name().isEmpty()) {
      return Reach.NOTHING;
    }
    return call.receiver() == NONE ? bare(call) : method(call);
  }

  /** A function of a script that makes objects as constructors do. */
  private Reach byFunction(Instruction.Invoke call) {
    return call.callee() == NONE
        ? Reach.NOTHING
        : Reach.of(
            frame.register(call.callee()).functions().stream()
                .filter(made -> made.in().flow.functions().get(made.function()).self() != NONE)
                .toList());
  }

  /** The functions that a text stands for where texts can be called, as in PHP. */
  List<Closure> named(String name, int arguments) {
    if (language() != Language.PHP) {
      return List.of();
    }
    for (FlowFunction function : flow.functions()) {
      if (function.role() == FlowFunction.Role.NAMED
          && function.owner() == NONE
          && function.name().equalsIgnoreCase(name)) {
        return List.of(new Closure(analysis, function.id(), analysis.moduleScope(), null));
      }
    }
    return outside.isEmpty() ? List.of() : outside.functions(name, arguments, true);
  }

  private Reach bare(Instruction.Invoke call) {
    FlowClass owner = enclosingClass();
    if (owner != null && (call.name().equals("super") || call.name().equals("this"))) {
      return chained(owner, call);
    }
    List<FlowClass> inScope = new ArrayList<>(actualClass(owner));
    int ofSelf = inScope.size() + 1;
    for (FlowClass at = owner; at != null; at = outer(at)) {
      inScope.add(at);
    }
    for (int i = 0; i < inScope.size(); i++) {
      FlowClass at = inScope.get(i);
      List<FlowFunction> found = flow.methods(at, call.name(), call.arguments().size());
      if (!found.isEmpty() && callsMethodsBare()) {
        return bound(fitting(found, call), i < ofSelf ? self() : Value.UNKNOWN.withType(at.name()));
      }
    }
    FlowClass type = flow.classNamed(call.name());
    return type == null ? bareOutside(owner, call) : constructors(call.name(), call);
  }

  /** The class of the object at hand, if it is one below the class that the code stands in. */
  private List<FlowClass> actualClass(@Nullable FlowClass owner) {
    if (owner == null || !callsMethodsBare() || self().type().isEmpty()) {
      return List.of();
    }
    FlowClass own = flow.classNamed(self().type());
    return own != null
            && own.id() != owner.id()
            && flow.upwards(own).stream().anyMatch(above -> above.id() == owner.id())
        ? List.of(own)
        : List.of();
  }

  private Reach bareOutside(@Nullable FlowClass owner, Instruction.Invoke call) {
    if (outside.isEmpty()) {
      return Reach.NOTHING;
    }
    int arguments = call.arguments().size();
    if (owner != null && callsMethodsBare()) {
      List<Closure> inherited =
          outside.methods(
              outside.classNamed(owner.name()),
              call.name(),
              arguments,
              false,
              self(),
              tainted(call));
      if (!inherited.isEmpty()) {
        return Reach.of(inherited);
      }
    }
    List<Closure> functions = outside.functions(call.name(), arguments, tainted(call));
    if (!functions.isEmpty()) {
      return Reach.of(functions);
    }
    return createsBare() ? constructors(call.name(), call) : Reach.NOTHING;
  }

  /** A constructor that calls another of its class or of the class above. */
  private Reach chained(FlowClass owner, Instruction.Invoke call) {
    if (call.name().equals("this")) {
      return Reach.of(rebound(inFile(owner, call), self()));
    }
    List<FlowClass> upwards = flow.upwards(owner);
    if (upwards.size() > 1) {
      return Reach.of(rebound(inFile(upwards.get(1), call), self()));
    }
    List<DeclaredClass> above = outside.above(outside.classNamed(owner.name()));
    return above.isEmpty()
        ? Reach.NOTHING
        : Reach.of(
            outside.methods(
                above,
                constructorName(above.getFirst().name()),
                call.arguments().size(),
                false,
                self(),
                tainted(call)));
  }

  /** Of several functions of one name those whose declared parameters the arguments fit best. */
  private List<FlowFunction> fitting(List<FlowFunction> found, Instruction.Invoke call) {
    if (found.size() < 2) {
      return found;
    }
    List<FlowFunction> exact = found.stream().filter(function -> takes(function, call)).toList();
    return exact.isEmpty() ? found : exact;
  }

  private boolean takes(FlowFunction function, Instruction.Invoke call) {
    for (int i = 0; i < function.parameters().size() && i < call.arguments().size(); i++) {
      int slot = function.parameters().get(i).slot();
      String wanted = slot == NONE ? "" : function.variables().get(slot).type();
      String given = declaredType(call.arguments().get(i).value());
      if (!wanted.isEmpty() && !given.isEmpty() && !wanted.equals(given)) {
        return false;
      }
    }
    return true;
  }

  private String declaredType(int register) {
    if (frame.register(register).constant() instanceof String) {
      return language() == Language.JAVA ? "String" : "";
    }
    return frame.function().definitions().get(register) instanceof Instruction.ReadVariable read
        ? frame.function().variables().get(read.slot()).type()
        : "";
  }

  private boolean callsMethodsBare() {
    return switch (flow.tree().file().language()) {
      case JAVA, CSHARP, KOTLIN, CPP, SWIFT, RUBY -> true;
      default -> false;
    };
  }

  /** Whether calling a class makes an object. */
  private boolean createsBare() {
    return switch (flow.tree().file().language()) {
      case PYTHON, KOTLIN, SWIFT -> true;
      default -> false;
    };
  }

  private Reach method(Instruction.Invoke call) {
    Value receiver = frame.register(call.receiver());
    if (!receiver.functions().isEmpty()
        && (KnownCalls.runsFunction(call.name())
            || (language() == Language.JAVA && !KnownCalls.combinesFunctions(call.name())))) {
      return Reach.of(receiver.functions());
    }
    Instruction origin = frame.function().definitions().get(call.receiver());
    FlowClass here = namesSuper(origin) ? enclosingClass() : null;
    if (here != null) {
      return above(here, call);
    }
    String type = receiver.type();
    if (type.isEmpty() && origin instanceof Instruction.ReadVariable read) {
      String name = frame.function().variables().get(read.slot()).name();
      if (read.slot() == frame.function().self() || namesOwnClass(name)) {
        FlowClass owner = enclosingClass();
        type = owner == null ? "" : owner.name();
      } else if (!receiver.isContainer() && receiver.functions().isEmpty()) {
        type = name;
      }
    }
    FlowClass known = type.isEmpty() ? null : flow.classNamed(type);
    if (known != null) {
      List<FlowFunction> found = flow.methods(known, call.name(), call.arguments().size());
      if (!found.isEmpty()) {
        List<FlowFunction> fitting = fitting(found, call);
        return fitting.size() > MOST ? Reach.NOTHING : bound(fitting, receiver.withType(type));
      }
    }
    return outside.isEmpty() ? Reach.NOTHING : methodOutside(call, receiver, type, origin);
  }

  /** Whether a name stands for the class that the code is written in, or for its object. */
  private boolean namesOwnClass(String name) {
    return switch (name) {
      case "this" -> true;
      case "self", "static" -> language() == Language.PHP;
      default -> false;
    };
  }

  /** Whether a call is one on {@code super}, which stands for the object at hand. */
  static boolean isSuper(Instruction.Invoke call, Frame frame) {
    return switch (frame.function().definitions().get(call.receiver())) {
      case Instruction.Invoke made -> made.name().equals("super");
      case Instruction.ReadVariable read -> {
        String name = frame.function().variables().get(read.slot()).name();
        yield name.equals("super") || name.equals("parent");
      }
      default -> false;
    };
  }

  private boolean namesSuper(Instruction origin) {
    return switch (origin) {
      case Instruction.Invoke made -> made.name().equals("super");
      case Instruction.ReadVariable read ->
          read.node() != NONE
              && (flow.tree().symbol(read.node()).equals("super")
                  || (language() == Language.PHP
                      && flow.tree().symbol(read.node()).equals("parent")));
      default -> false;
    };
  }

  /** The method of a class above, on the object at hand. */
  private Reach above(FlowClass owner, Instruction.Invoke call) {
    int arguments = call.arguments().size();
    List<FlowClass> upwards = flow.upwards(owner);
    boolean constructs = call.name().equals("__construct") || call.name().equals("constructor");
    if (upwards.size() > 1) {
      FlowClass type = upwards.get(1);
      List<FlowFunction> found =
          flow.methods(type, constructs ? type.name() : call.name(), arguments);
      if (!found.isEmpty()) {
        return bound(found, self());
      }
    }
    List<DeclaredClass> parts = outside.above(outside.classNamed(owner.name()));
    return parts.isEmpty()
        ? Reach.NOTHING
        : Reach.of(
            outside.methods(
                parts,
                constructs ? parts.getFirst().name() : call.name(),
                arguments,
                false,
                self(),
                tainted(call)));
  }

  private Reach methodOutside(
      Instruction.Invoke call, Value receiver, String type, Instruction origin) {
    int arguments = call.arguments().size();
    if (!session().filesOf(receiver).isEmpty()) {
      List<DeclaredClass> created = outside.classIn(receiver, call.name());
      return createsBare() && !created.isEmpty() ? constructors(created, call) : Reach.NOTHING;
    }
    boolean exact = !receiver.type().isEmpty() && receiver.type().equals(rawType(origin));
    String seen = type;
    List<DeclaredClass> parts = outside.classNamed(type);
    if (parts.isEmpty()) {
      seen = staticType(origin);
      parts = outside.classNamed(seen);
    }
    if (!parts.isEmpty()) {
      return Reach.of(
          Outside.atRest(
              outside.methods(
                  parts, call.name(), arguments, !exact, receiver.withType(seen), tainted(call))));
    }
    if (!seen.isEmpty() || receiver.isContainer() || !mayBeGuessed(call.name())) {
      return Reach.NOTHING;
    }
    return new Reach(
        outside.methodsNamed(call.name(), arguments, receiver, tainted(call)), null, "", true);
  }

  /** The type that a value brought along, without what its variable declares. */
  private String rawType(Instruction origin) {
    return origin instanceof Instruction.ReadVariable read
        ? frame.variable(read.slot()).type()
        : frame.register(origin.result()).type();
  }

  /** The declared type of an object, as a simple name. */
  private String staticType(Instruction origin) {
    String declared = analysis.typeName(origin.node());
    declared = declared.substring(declared.lastIndexOf('.') + 1);
    FlowClass owner = enclosingClass();
    return declared.isEmpty()
            && owner != null
            && origin instanceof Instruction.ReadField read
            && frame.register(read.object()).type().equals(owner.name())
        ? outside.fieldType(owner.name(), read.name())
        : declared;
  }

  /** Whether a name is so much a word of its own that it tells a method without a type. */
  private boolean mayBeGuessed(String name) {
    return switch (flow.tree().file().language()) {
      case PYTHON, JAVASCRIPT, TYPESCRIPT, RUBY, PHP, GO, JAVA, KOTLIN, CSHARP ->
          name.length() > 4 && !KnownCalls.isOfCollections(name);
      default -> false;
    };
  }

  /** Whether anything that a call is given carries taint. */
  private boolean tainted(Instruction.Invoke call) {
    for (Instruction.Argument argument : call.arguments()) {
      if (!frame.register(argument.value()).isClean()) {
        return true;
      }
    }
    return call.receiver() == NONE
        ? !call.creates() && !self().isClean()
        : !frame.register(call.receiver()).isClean();
  }

  private Session session() {
    return analysis.session;
  }

  private Reach bound(List<FlowFunction> functions, Value self) {
    List<Closure> closures = new ArrayList<>();
    for (FlowFunction function : functions) {
      closures.add(new Closure(analysis, function.id(), frame.scope(), self));
    }
    return Reach.of(closures);
  }

  private static List<Closure> rebound(List<Closure> functions, Value self) {
    return functions.stream()
        .map(f -> new Closure(f.in(), f.function(), f.around(), self))
        .toList();
  }

  /** What runs when an object of the class with this name is made. */
  private Reach constructors(String name, Instruction.Invoke call) {
    FlowClass type = flow.classNamed(name);
    return type == null
        ? constructors(outside.classNamed(name), call)
        : new Reach(inFile(type, call), new ClassRef(analysis, type), "", false);
  }

  private Reach constructors(List<DeclaredClass> parts, Instruction.Invoke call) {
    if (parts.isEmpty()) {
      return Reach.NOTHING;
    }
    ClassRef type = outside.matters(parts, tainted(call)) ? outside.classRef(parts) : null;
    if (type == null) {
      return new Reach(List.of(), null, parts.getFirst().name(), false);
    }
    String name = constructorName(type.type().name());
    if (language() == Language.PHP && !hasMethod(type.in().flow, type.type(), name)) {
      name = type.type().name();
    }
    List<Closure> found =
        outside.methods(parts, name, call.arguments().size(), false, null, tainted(call));
    return new Reach(found, type, "", false);
  }

  private List<Closure> inFile(FlowClass type, Instruction.Invoke call) {
    String name = constructorName(type.name());
    if (language() == Language.PHP && !hasMethod(flow, type, name)) {
      name = type.name();
    }
    List<Closure> closures = new ArrayList<>();
    for (FlowFunction function : flow.methods(type, name, call.arguments().size())) {
      if (closures.size() < MOST) {
        closures.add(new Closure(analysis, function.id(), frame.scope(), null));
      }
    }
    return closures;
  }

  private Language language() {
    return flow.tree().file().language();
  }

  private String constructorName(String type) {
    return switch (language()) {
      case PYTHON -> "__init__";
      case RUBY -> "initialize";
      case PHP -> "__construct";
      default -> type;
    };
  }

  private static boolean hasMethod(FileFlow flow, FlowClass type, String name) {
    return type.methods().stream().anyMatch(m -> flow.functions().get(m).name().equals(name));
  }

  private @Nullable FlowClass outer(FlowClass type) {
    return type.outer() == NONE ? null : flow.classes().get(type.outer());
  }

  /** The class in whose method the code at hand is written. */
  private @Nullable FlowClass enclosingClass() {
    FlowFunction at = frame.function();
    while (at.owner() == NONE) {
      if (at.parent() == NONE) {
        return null;
      }
      at = flow.functions().get(at.parent());
    }
    return Objects.requireNonNull(analysis.owner(at));
  }

  /** The object whose method is running. */
  Value self() {
    FlowFunction function = frame.function();
    if (function.self() != NONE) {
      return frame.variable(function.self());
    }
    for (int slot = 0; slot < function.variables().size(); slot++) {
      if (function.variables().get(slot).name().equals("this")) {
        return frame.variable(slot);
      }
    }
    FlowClass owner = enclosingClass();
    return Value.UNKNOWN.withType(owner == null ? "" : owner.name());
  }
}
