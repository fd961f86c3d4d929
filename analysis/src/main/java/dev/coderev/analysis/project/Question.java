package dev.coderev.analysis.project;

import dev.coderev.analysis.resolve.Constant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Something that data flow asks the index of a project, by what the code at hand names. */
public sealed interface Question {
  /** What the index says. */
  Object answer(ProjectIndex index);

  /** The numbers of the files that the question names. */
  IntStream files();

  /** The same question about files with other numbers. */
  Question at(IntUnaryOperator number);

  /**
   * A class by where it is declared.
   *
   * @param place among the classes of its file
   */
  record ClassAt(int file, int place) {
    private Optional<DeclaredClass> in(ProjectIndex index) {
      return index
          .file(file)
          .map(FileDeclarations::classes)
          .filter(classes -> place < classes.size())
          .map(classes -> classes.get(place));
    }

    private static List<DeclaredClass> in(ProjectIndex index, List<ClassAt> parts) {
      return parts.stream().flatMap(part -> part.in(index).stream()).toList();
    }

    private static List<ClassAt> at(List<ClassAt> parts, IntUnaryOperator number) {
      return parts.stream()
          .map(part -> new ClassAt(number.applyAsInt(part.file), part.place))
          .toList();
    }

    private static IntStream files(List<ClassAt> parts) {
      return parts.stream().mapToInt(ClassAt::file);
    }
  }

  /** Which class a simple name means in a file. */
  record ClassNamed(int from, String name) implements Question {
    @Override
    public List<DeclaredClass> answer(ProjectIndex index) {
      return index.classNamed(from, name);
    }

    @Override
    public IntStream files() {
      return IntStream.of(from);
    }

    @Override
    public ClassNamed at(IntUnaryOperator number) {
      return new ClassNamed(number.applyAsInt(from), name);
    }
  }

  /** Which methods a call on an object of a class may reach. */
  record Methods(List<ClassAt> parts, String name, int arguments, boolean overridden)
      implements Question {
    @Override
    public List<DeclaredFunction> answer(ProjectIndex index) {
      return index.methods(ClassAt.in(index, parts), name, arguments, overridden);
    }

    @Override
    public IntStream files() {
      return ClassAt.files(parts);
    }

    @Override
    public Methods at(IntUnaryOperator number) {
      return new Methods(ClassAt.at(parts, number), name, arguments, overridden);
    }
  }

  /** A class and those above it. */
  record Upwards(List<ClassAt> parts) implements Question {
    @Override
    public List<DeclaredClass> answer(ProjectIndex index) {
      return index.upwards(ClassAt.in(index, parts));
    }

    @Override
    public IntStream files() {
      return ClassAt.files(parts);
    }

    @Override
    public Upwards at(IntUnaryOperator number) {
      return new Upwards(ClassAt.at(parts, number));
    }
  }

  /** The declared type of a field. */
  record FieldType(List<ClassAt> parts, String field) implements Question {
    @Override
    public String answer(ProjectIndex index) {
      return index.fieldType(ClassAt.in(index, parts), field);
    }

    @Override
    public IntStream files() {
      return ClassAt.files(parts);
    }

    @Override
    public FieldType at(IntUnaryOperator number) {
      return new FieldType(ClassAt.at(parts, number), field);
    }
  }

  /** The value of a field that never changes. */
  record FixedField(List<ClassAt> parts, String field) implements Question {
    @Override
    public Optional<Constant> answer(ProjectIndex index) {
      return index.constant(ClassAt.in(index, parts), field);
    }

    @Override
    public IntStream files() {
      return ClassAt.files(parts);
    }

    @Override
    public FixedField at(IntUnaryOperator number) {
      return new FixedField(ClassAt.at(parts, number), field);
    }
  }

  /** Which plain functions a bare name calls. */
  record FunctionsNamed(int from, String name, int arguments) implements Question {
    @Override
    public List<DeclaredFunction> answer(ProjectIndex index) {
      return index.functionNamed(from, name, arguments);
    }

    @Override
    public IntStream files() {
      return IntStream.of(from);
    }

    @Override
    public FunctionsNamed at(IntUnaryOperator number) {
      return new FunctionsNamed(number.applyAsInt(from), name, arguments);
    }
  }

  /** All methods of a name, whatever their class. */
  record MethodsNamed(int from, String name, int arguments) implements Question {
    @Override
    public List<DeclaredFunction> answer(ProjectIndex index) {
      return index.methodsNamed(from, name, arguments);
    }

    @Override
    public IntStream files() {
      return IntStream.of(from);
    }

    @Override
    public MethodsNamed at(IntUnaryOperator number) {
      return new MethodsNamed(number.applyAsInt(from), name, arguments);
    }
  }

  /** What a name that a file imports stands for. */
  record Imported(int from, String local) implements Question {
    @Override
    public Optional<ProjectIndex.Meaning> answer(ProjectIndex index) {
      return index.imported(from, local);
    }

    @Override
    public IntStream files() {
      return IntStream.of(from);
    }

    @Override
    public Imported at(IntUnaryOperator number) {
      return new Imported(number.applyAsInt(from), local);
    }
  }

  /** The files of a module as a file names it. */
  record Module(int from, String module) implements Question {
    @Override
    public List<FileDeclarations> answer(ProjectIndex index) {
      return index.file(from).map(file -> index.module(file, module)).orElse(List.of());
    }

    @Override
    public IntStream files() {
      return IntStream.of(from);
    }

    @Override
    public Module at(IntUnaryOperator number) {
      return new Module(number.applyAsInt(from), module);
    }
  }
}
