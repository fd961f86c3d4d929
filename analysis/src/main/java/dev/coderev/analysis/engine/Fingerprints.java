package dev.coderev.analysis.engine;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Identities of findings that survive moved lines and renamed siblings.
 *
 * <pre>
 * fingerprint = first 32 hex digits of SHA-256(version, rule, path, symbols, snippet, ordinal)
 * </pre>
 *
 * where <em>symbols</em> are the names of the classes and functions around the finding,
 * <em>snippet</em> is its statement up to the first block with white space collapsed, and
 * <em>ordinal</em> counts findings that are equal in all of these, in the order of the file. Made
 * for one file; findings are to be asked for in the order of the file.
 */
final class Fingerprints {
  private static final String VERSION = "1";
  private static final int LONGEST_SNIPPET = 2000;

  private final SourceFile file;
  private final Optional<SyntaxTree> tree;
  private final Map<String, Integer> ordinals = new HashMap<>();

  Fingerprints(SourceFile file, Optional<SyntaxTree> tree) {
    this.file = file;
    this.tree = tree;
  }

  String of(String ruleId, TextRange range) {
    int node = tree.map(known -> smallest(known, range)).orElse(NONE);
    String identity =
        String.join("\0", VERSION, ruleId, file.path(), symbols(node), snippet(node, range));
    int ordinal = ordinals.merge(identity, 1, Integer::sum);
    return hash(identity + "\0" + ordinal);
  }

  /** The smallest node that covers the range. */
  private static int smallest(SyntaxTree tree, TextRange range) {
    int at = 0;
    boolean deeper = true;
    while (deeper) {
      deeper = false;
      for (int child = tree.firstChild(at); child != NONE; child = tree.nextSibling(child)) {
        if (tree.start(child) <= range.start() && range.end() <= tree.end(child)) {
          at = child;
          deeper = true;
          break;
        }
      }
    }
    return at;
  }

  private String symbols(int node) {
    Deque<String> names = new ArrayDeque<>();
    if (tree.isPresent()) {
      SyntaxTree known = tree.get();
      for (int at = node; at != NONE; at = known.parent(at)) {
        switch (known.kind(at)) {
          case FUNCTION, CLASS, NAMESPACE -> {
            int name = known.child(at, Role.NAME);
            names.addFirst(name == NONE ? known.kind(at).name() : known.text(name));
          }
          default -> {}
        }
      }
    }
    return String.join("/", names);
  }

  private String snippet(int node, TextRange range) {
    if (tree.isEmpty()) {
      return collapsed(file.text(range));
    }
    SyntaxTree known = tree.get();
    int statement = node;
    while (statement != NONE && known.role(statement) != Role.STATEMENT) {
      statement = known.parent(statement);
    }
    if (statement == NONE) {
      return collapsed(known.file().text(range));
    }
    int end = headEnd(known, statement);
    return collapsed(
        range.start() < end
            ? file.text().substring(known.start(statement), end)
            : file.text(range));
  }

  /** Where the first block in a statement begins, or the statement's end. */
  private static int headEnd(SyntaxTree tree, int statement) {
    for (int at = statement + 1; at < tree.subtreeEnd(statement); at++) {
      if (tree.is(at, Kind.BLOCK)) {
        return tree.start(at);
      }
    }
    return tree.end(statement);
  }

  private static String collapsed(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.substring(0, Math.min(line.length(), LONGEST_SNIPPET));
  }

  private static String hash(String identity) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
