package dev.coderev.analysis.parse.docker;

import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes nodes of instructions. */
final class Instruction {
  private static final Set<String> NAMES =
      Set.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "FROM",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");

  private Instruction() {}

  static void add(Draft root, List<DockerWord> words) {
    if (words.isEmpty()) {
      return;
    }
    String name = words.getFirst().text().toUpperCase(Locale.ROOT);
    if (NAMES.contains(name)) {
      root.add(Role.STATEMENT, of(name, words));
    } else {
      words.forEach(word -> root.add(Role.STATEMENT, word.draft()));
    }
  }

  private static Draft of(String name, List<DockerWord> words) {
    Draft node = Draft.other(name, words.getFirst().start()).endAt(words.getFirst().end());
    int at = 1;
    while (at < words.size() && words.get(at).text().startsWith("--")) {
      node.add(Role.MODIFIER, flag(words.get(at++)));
    }
    List<DockerWord> rest = words.subList(at, words.size());
    if (rest.isEmpty()) {
      return node;
    }
    switch (name) {
      case "FROM" -> from(node, rest);
      case "ENV", "LABEL", "ARG" -> pairs(node, rest, name.equals("ENV"));
      case "HEALTHCHECK", "ONBUILD" -> add(node, rest);
      case "MAINTAINER" -> node.add(Role.STATEMENT, joined(rest));
      default -> {
        if (rest.getFirst().text().equals("[")) {
          node.add(Role.STATEMENT, list(rest));
        } else {
          rest.forEach(word -> node.add(Role.STATEMENT, word.draft()));
        }
      }
    }
    return node;
  }

  private static Draft flag(DockerWord word) {
    int equals = word.text().indexOf('=');
    return equals < 0 ? word.draft() : pair(word.to(equals), word.from(equals + 1));
  }

  private static Draft pair(DockerWord key, DockerWord value) {
    return Draft.of(Kind.PAIR, key.start())
        .add(Role.KEY, key.draft())
        .add(Role.VALUE, value.draft());
  }

  /** {@code image:tag@digest AS stage}; a colon before a slash is that of a port. */
  private static void from(Draft node, List<DockerWord> words) {
    DockerWord image = words.getFirst();
    int at = image.text().indexOf('@');
    int colon = image.text().lastIndexOf(':', at < 0 ? image.text().length() : at);
    boolean tagged = colon > 0 && image.text().indexOf('/', colon) < 0;
    int nameEnd = tagged ? colon : at < 0 ? image.text().length() : at;
    node.add(Role.CHILD, image.to(nameEnd).draft());
    if (tagged) {
      DockerWord tag = at < 0 ? image.from(colon + 1) : image.to(at).from(colon + 1);
      node.add(Role.TYPE_ARGUMENTS, tag.draft());
    }
    if (at >= 0) {
      node.add(Role.RECEIVER, image.from(at + 1).draft());
    }
    if (words.size() > 2 && words.get(1).is("as")) {
      node.add(Role.ALIAS, words.get(2).draft());
    }
  }

  /** {@code key=value …}, or the older {@code key value}. */
  private static void pairs(Draft node, List<DockerWord> words, boolean older) {
    if (older && words.size() == 2 && words.getFirst().text().indexOf('=') < 0) {
      node.add(Role.STATEMENT, pair(words.get(0), words.get(1)));
      return;
    }
    for (DockerWord word : words) {
      int equals = word.text().indexOf('=');
      node.add(
          Role.STATEMENT,
          equals <= 0 ? word.draft() : pair(word.to(equals), word.from(equals + 1)));
    }
  }

  private static Draft joined(List<DockerWord> words) {
    StringBuilder text = new StringBuilder();
    words.forEach(word -> text.append(text.isEmpty() ? "" : " ").append(word.text()));
    return Draft.of(Kind.STRING, text.toString(), words.getFirst().start(), words.getLast().end());
  }

  private static Draft list(List<DockerWord> words) {
    Draft list = Draft.of(Kind.LIST, words.getFirst().start()).endAt(words.getLast().end());
    for (DockerWord word : words) {
      if (!Set.of("[", "]", ",").contains(word.text())) {
        boolean comma = word.text().length() > 1 && word.text().endsWith(",");
        list.add(Role.ELEMENT, (comma ? word.to(word.text().length() - 1) : word).draft());
      }
    }
    return list;
  }
}
