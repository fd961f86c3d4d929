package dev.coderev.analysis.project;

import dev.coderev.analysis.cache.CacheKey;
import dev.coderev.analysis.resolve.Constant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Questions to the index of a project, with a digest of the answers.
 *
 * @param answers of what data flow can see of them: not where in a file something stands, nor what
 *     is in it
 */
public record Inquiry(List<Question> questions, String answers) {
  public Inquiry {
    questions = List.copyOf(questions);
  }

  static Inquiry of(List<Question> questions, ProjectIndex index) {
    return new Inquiry(questions, answers(questions, index));
  }

  /** Whether a project gives the same answers. */
  public boolean holdsIn(ProjectIndex index) {
    return answers(questions, index).equals(answers);
  }

  /** The numbers of the files that the questions name. */
  public IntStream files() {
    return questions.stream().flatMapToInt(Question::files);
  }

  /** The same questions about files with other numbers. */
  public Inquiry at(IntUnaryOperator number) {
    return new Inquiry(questions.stream().map(asked -> asked.at(number)).toList(), answers);
  }

  private static String answers(List<Question> questions, ProjectIndex index) {
    CacheKey.Digest digest = new CacheKey.Digest();
    for (Question question : questions) {
      add(question.answer(index), index, digest);
    }
    return digest.key().hex();
  }

  private static void add(Object answer, ProjectIndex index, CacheKey.Digest digest) {
    switch (answer) {
      case Collection<?> all -> {
        digest.number(all.size());
        all.forEach(part -> add(part, index, digest));
      }
      case Optional<?> maybe -> {
        digest.number(maybe.isPresent() ? 1 : 0);
        maybe.ifPresent(part -> add(part, index, digest));
      }
      case String text -> digest.text(text);
      case Constant constant -> digest.text(constant.toString());
      case ProjectIndex.Meaning(List<FileDeclarations> files, String element) -> {
        add(files, index, digest);
        digest.text(element);
      }
      case FileDeclarations file -> {
        digest.text(file.path());
        Map<String, String> exports = new TreeMap<>(file.exports());
        exports.forEach((name, local) -> digest.text(name).text(local));
      }
      case DeclaredClass type -> digest.text(index.face(type));
      case DeclaredFunction function -> add(function, path(function.file(), index), index, digest);
      default -> throw new IllegalArgumentException("no answer of an index: " + answer);
    }
  }

  /** What can be seen of a class from other files. */
  static String face(DeclaredClass type, ProjectIndex index) {
    CacheKey.Digest digest = new CacheKey.Digest();
    String path = path(type.file(), index);
    digest.text(path).text(type.name());
    digest.number(index.file(type.file()).map(file -> file.place(type)).orElse(0));
    type.methods().forEach(method -> add(method, path, index, digest));
    return digest.key().hex();
  }

  private static void add(
      DeclaredFunction function, String path, ProjectIndex index, CacheKey.Digest digest) {
    digest
        .text(path)
        .number(index.file(function.file()).map(file -> file.place(function.node())).orElse(0))
        .text(function.owner())
        .text(function.name())
        .number(function.least())
        .number(function.most())
        .number((function.hasBody() ? 2 : 0) + (function.calls().isEmpty() ? 1 : 0));
  }

  private static String path(int file, ProjectIndex index) {
    return index.file(file).map(FileDeclarations::path).orElse("");
  }
}
