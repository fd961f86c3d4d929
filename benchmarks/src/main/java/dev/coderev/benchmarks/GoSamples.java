package dev.coderev.benchmarks;

import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts that gitleaks' rules are checked with, taken from their Go sources: lists of texts are
 * computed as far as they consist of literals, of texts put together, and of the generators that
 * the checkout itself defines.
 */
final class GoSamples {
  /**
   * Texts that a rule must find, or must not.
   *
   * @param ending of the file that a text is to lie in
   */
  record Sample(String rule, boolean real, String ending, String text) {}

  private static final String NO_ENDING = "txt";

  private final SourceParser parser;
  private final SplittableRandom random;
  private final Map<String, Function> generators = new HashMap<>();
  private final List<Sample> samples = new ArrayList<>();
  private int unknown;

  /** A function of the checkout. */
  private record Function(SyntaxTree tree, int node) {}

  /**
   * What a name or an expression stands for: texts, with the endings of paths if they have some.
   */
  private record Texts(List<String> texts, List<String> endings) {
    static Texts of(List<String> texts) {
      return new Texts(texts, texts.stream().map(_ -> NO_ENDING).toList());
    }

    Texts and(Texts more) {
      return new Texts(joined(texts, more.texts), joined(endings, more.endings));
    }

    private static List<String> joined(List<String> first, List<String> second) {
      return Stream.concat(first.stream(), second.stream()).toList();
    }
  }

  GoSamples(SourceParser parser, long seed) {
    this.parser = parser;
    this.random = new SplittableRandom(seed);
  }

  /** Reads the sources below {@code cmd/generate/config} of a checkout. */
  List<Sample> read(Path checkout) throws IOException {
    Path config = checkout.resolve("cmd/generate/config");
    for (Path file : sources(config.resolve("utils"))) {
      SyntaxTree tree = parse(file);
      functions(tree).forEach(node -> generators.put(name(tree, node), new Function(tree, node)));
    }
    for (Path file : sources(config.resolve("rules"))) {
      SyntaxTree tree = parse(file);
      Body shared = new Body(tree, new HashMap<>());
      children(tree, 0).stream()
          .filter(node -> !tree.is(node, Kind.FUNCTION))
          .forEach(node -> shared.run("", node));
      for (int node : functions(tree)) {
        new Body(tree, new HashMap<>(shared.names)).run(name(tree, node), node);
      }
    }
    return samples;
  }

  /** How many expressions for texts could not be computed. */
  int unknown() {
    return unknown;
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".go") && !file.toString().endsWith("_test.go"))
          .sorted()
          .toList();
    }
  }

  private SyntaxTree parse(Path file) throws IOException {
    return parser.parse(new SourceFile(file.toString(), Language.GO, Files.readString(file)));
  }

  private static List<Integer> functions(SyntaxTree tree) {
    return children(tree, 0).stream().filter(node -> tree.is(node, Kind.FUNCTION)).toList();
  }

  private static String name(SyntaxTree tree, int node) {
    return tree.symbol(tree.child(node, Role.NAME));
  }

  private static List<Integer> children(SyntaxTree tree, int node) {
    List<Integer> children = new ArrayList<>();
    for (int child = tree.firstChild(node);
        child != SyntaxTree.NONE;
        child = tree.nextSibling(child)) {
      children.add(child);
    }
    return children;
  }

  /** One function with the values of its names so far. */
  private final class Body {
    private final SyntaxTree tree;
    private final Map<String, Texts> names;

    Body(SyntaxTree tree, Map<String, Texts> names) {
      this.tree = tree;
      this.names = names;
    }

    /** Follows assignments of lists, statement by statement, to the call that checks the rule. */
    void run(String rule, int function) {
      for (int node = function; node < tree.subtreeEnd(function); node++) {
        if (tree.is(node, Kind.ASSIGN)) {
          assign(tree.child(node, Role.LEFT), tree.child(node, Role.RIGHT));
        } else if (tree.is(node, Kind.VARIABLE)) {
          assign(tree.child(node, Role.NAME), tree.child(node, Role.VALUE));
        } else if (tree.is(node, Kind.CALL) && callee(node).startsWith("Validate")) {
          List<Integer> arguments = arguments(node);
          add(rule, true, arguments.get(1));
          add(rule, false, arguments.get(2));
        }
      }
    }

    private void assign(int target, int value) {
      if (value != SyntaxTree.NONE && tree.is(target, Kind.IDENTIFIER) && isOfTexts(value)) {
        names.put(tree.symbol(target), texts(value));
      }
    }

    private boolean isOfTexts(int value) {
      if (tree.is(value, Kind.COMPOSITE)) {
        int type = tree.child(value, Role.TYPE);
        return type != SyntaxTree.NONE
            && (tree.is(type, Kind.ARRAY_TYPE) || tree.is(type, Kind.GENERIC_TYPE));
      }
      return tree.is(value, Kind.STRING)
          || (tree.is(value, Kind.CALL)
              && List.of("append", "NewSecret", "GenerateSampleSecrets", "Sprintf")
                  .contains(callee(value)));
    }

    private void add(String rule, boolean real, int argument) {
      if (tree.is(argument, Kind.NULL)) {
        return;
      }
      Texts texts = texts(argument);
      for (int i = 0; i < texts.texts.size(); i++) {
        samples.add(new Sample(rule, real, texts.endings.get(i), texts.texts.get(i)));
      }
    }

    private Texts texts(int node) {
      return switch (tree.kind(node)) {
        case COMPOSITE -> elements(node);
        case SPREAD -> texts(tree.child(node, Role.VALUE));
        case CALL -> called(node);
        case IDENTIFIER -> names.getOrDefault(tree.symbol(node), Texts.of(List.of()));
        default -> Texts.of(text(node).stream().toList());
      };
    }

    private Texts called(int node) {
      if (callee(node).equals("append")) {
        return arguments(node).stream().map(this::texts).reduce(Texts.of(List.of()), Texts::and);
      }
      return Texts.of(
          callee(node).equals("GenerateSampleSecrets")
              ? inContexts(node)
              : text(node).stream().toList());
    }

    private Texts elements(int node) {
      Texts all = Texts.of(List.of());
      for (int element : children(tree, node)) {
        if (tree.role(element) != Role.ELEMENT) {
          continue;
        }
        boolean paired = tree.is(element, Kind.PAIR);
        Optional<String> text = text(paired ? tree.child(element, Role.VALUE) : element);
        String ending =
            paired
                ? text(tree.child(element, Role.KEY)).map(GoSamples::ending).orElse(NO_ENDING)
                : NO_ENDING;
        all = all.and(new Texts(text.stream().toList(), text.map(_ -> ending).stream().toList()));
      }
      return all;
    }

    /** The identifier and the secret in every form that the checkout's generator lists. */
    private List<String> inContexts(int call) {
      Optional<String> name = text(arguments(call).getFirst());
      Optional<String> secret = text(arguments(call).getLast());
      Function generator = generators.get("GenerateSampleSecrets");
      if (name.isEmpty() || secret.isEmpty() || generator == null) {
        return List.of();
      }
      List<String> samples = new ArrayList<>();
      SyntaxTree source = generator.tree();
      for (int node = generator.node(); node < source.subtreeEnd(generator.node()); node++) {
        if (source.is(node, Kind.STRING)
            && source.role(node) == Role.VALUE
            && source.symbol(node).contains("{s}")) {
          samples.add(
              source
                  .symbol(node)
                  .replace("{i}", name.get())
                  .replace("{I}", name.get().toUpperCase(Locale.ROOT))
                  .replace("{s}", secret.get()));
        }
      }
      return samples;
    }

    private Optional<String> text(int node) {
      Optional<String> text =
          switch (tree.kind(node)) {
            case STRING -> Optional.of(tree.symbol(node));
            case BINARY ->
                text(tree.child(node, Role.LEFT))
                    .flatMap(left -> text(tree.child(node, Role.RIGHT)).map(left::concat));
            case IDENTIFIER ->
                Optional.ofNullable(names.get(tree.symbol(node)))
                    .filter(texts -> texts.texts.size() == 1)
                    .map(texts -> texts.texts.getFirst());
            case CALL -> made(node);
            default -> Optional.empty();
          };
      unknown += text.isPresent() ? 0 : 1;
      return text;
    }

    private Optional<String> made(int call) {
      List<String> arguments = new ArrayList<>();
      for (int argument : arguments(call)) {
        Optional<String> text = text(argument);
        if (text.isEmpty()) {
          return Optional.empty();
        }
        arguments.add(text.get());
      }
      return switch (callee(call)) {
        case "Sprintf" -> Optional.of(formatted(arguments));
        case "NewSecret" -> Optional.of(RegexSampler.sample(arguments.getFirst(), random));
        default -> defined(generators.get(callee(call)), arguments);
      };
    }

    private static String formatted(List<String> arguments) {
      return arguments
          .getFirst()
          .formatted(arguments.subList(1, arguments.size()).toArray(new Object[0]));
    }

    /** What a function of the checkout returns that only puts texts together. */
    private Optional<String> defined(@Nullable Function function, List<String> arguments) {
      if (function == null) {
        return Optional.empty();
      }
      SyntaxTree source = function.tree();
      Map<String, Texts> bound = new HashMap<>();
      List<Integer> parameters = children(source, source.child(function.node(), Role.PARAMETERS));
      for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
        bound.put(name(source, parameters.get(i)), Texts.of(List.of(arguments.get(i))));
      }
      for (int node = function.node(); node < source.subtreeEnd(function.node()); node++) {
        if (source.is(node, Kind.RETURN)) {
          return new Body(source, bound).text(source.child(node, Role.VALUE));
        }
      }
      return Optional.empty();
    }

    private String callee(int call) {
      int callee = tree.child(call, Role.CALLEE);
      int name = tree.is(callee, Kind.MEMBER) ? tree.child(callee, Role.NAME) : callee;
      return tree.symbol(name);
    }

    private List<Integer> arguments(int call) {
      return children(tree, tree.child(call, Role.ARGUMENTS));
    }
  }

  private static String ending(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : NO_ENDING;
  }
}
