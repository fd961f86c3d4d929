package dev.coderev.analysis.project;

import dev.coderev.analysis.project.Question.ClassAt;
import dev.coderev.analysis.resolve.Constant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The index of a project as one asks it who remembers each question: so that it is asked once, and
 * so that it can be asked again later whether the answers are still the same. Confined to one
 * thread.
 */
public final class AskedIndex {
  private final ProjectIndex index;
  private final Map<Question, Object> answers = new LinkedHashMap<>();

  public AskedIndex(ProjectIndex index) {
    this.index = index;
  }

  /** What was asked so far, and what was answered. */
  public Inquiry inquiry() {
    return Inquiry.of(List.copyOf(answers.keySet()), index);
  }

  public boolean isEmpty() {
    return index.isEmpty();
  }

  /** The declarations of a file, which follow from its content; empty for one that has none. */
  public Optional<FileDeclarations> file(int number) {
    return index.file(number);
  }

  public List<FileDeclarations> module(int from, String module) {
    return ask(new Question.Module(from, module), Question.Module::answer);
  }

  public Optional<ProjectIndex.Meaning> imported(int from, String local) {
    return ask(new Question.Imported(from, local), Question.Imported::answer);
  }

  public List<DeclaredClass> classNamed(int from, String name) {
    return ask(new Question.ClassNamed(from, name), Question.ClassNamed::answer);
  }

  public List<DeclaredClass> upwards(List<DeclaredClass> parts) {
    return ask(new Question.Upwards(places(parts)), Question.Upwards::answer);
  }

  public String fieldType(List<DeclaredClass> parts, String field) {
    return ask(new Question.FieldType(places(parts), field), Question.FieldType::answer);
  }

  public Optional<Constant> constant(List<DeclaredClass> parts, String field) {
    return ask(new Question.FixedField(places(parts), field), Question.FixedField::answer);
  }

  public List<DeclaredFunction> methods(
      List<DeclaredClass> parts, String name, int arguments, boolean overridden) {
    return ask(
        new Question.Methods(places(parts), name, arguments, overridden), Question.Methods::answer);
  }

  public List<DeclaredFunction> functionNamed(int from, String name, int arguments) {
    return ask(new Question.FunctionsNamed(from, name, arguments), Question.FunctionsNamed::answer);
  }

  public List<DeclaredFunction> methodsNamed(int from, String name, int arguments) {
    return ask(new Question.MethodsNamed(from, name, arguments), Question.MethodsNamed::answer);
  }

  /**
   * @param answer of this kind of question, which gives one type of answers
   */
  @SuppressWarnings("unchecked")
  private <Q extends Question, A> A ask(Q question, BiFunction<Q, ProjectIndex, A> answer) {
    Object known = answers.get(question);
    if (known == null) {
      A found = answer.apply(question, index);
      answers.put(question, found);
      return found;
    }
    return (A) known;
  }

  private List<ClassAt> places(List<DeclaredClass> parts) {
    return switch (parts.size()) {
      case 0 -> List.of();
      case 1 -> List.of(place(parts.getFirst()));
      default -> parts.stream().map(this::place).toList();
    };
  }

  private ClassAt place(DeclaredClass type) {
    return new ClassAt(
        type.file(), index.file(type.file()).map(file -> file.place(type)).orElse(0));
  }
}
