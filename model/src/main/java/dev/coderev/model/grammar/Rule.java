package dev.coderev.model.grammar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A rule of a grammar over bytes. Rules may contain themselves through {@link Named}. */
sealed interface Rule {

  /** One byte of a set. */
  final class Bytes implements Rule {
    private final BitSet set;

    Bytes(BitSet set) {
      this.set = set;
    }

    boolean has(int value) {
      return set.get(value);
    }
  }

  /** One rule after the other; none of them is the empty text. */
  final class Sequence implements Rule {
    private final List<Rule> parts;

    Sequence(List<Rule> parts) {
      this.parts = List.copyOf(parts);
    }

    List<Rule> parts() {
      return parts;
    }
  }

  /** Any one of some rules. */
  final class Choice implements Rule {
    private final List<Rule> options;

    Choice(List<Rule> options) {
      this.options = List.copyOf(options);
    }

    List<Rule> options() {
      return options;
    }
  }

  /** A rule again and again; the rule itself must take at least a byte. */
  final class Repeat implements Rule {
    private final Rule part;
    private final int least;
    private final int most;

    Repeat(Rule part, int least, int most) {
      this.part = part;
      this.least = least;
      this.most = most;
    }

    Rule part() {
      return part;
    }

    boolean mayEnd() {
      return least == 0;
    }

    boolean mayGoOn() {
      return most > 0;
    }

    boolean isUnbounded() {
      return most == UNBOUNDED;
    }

    Repeat rest() {
      return new Repeat(part, Math.max(0, least - 1), most == UNBOUNDED ? most : most - 1);
    }
  }

  /** A rule that is set later, so that rules can contain themselves. */
  final class Named implements Rule {
    private Rule rule = new Sequence(List.of());

    void set(Rule other) {
      rule = other;
    }

    Rule rule() {
      return rule;
    }
  }

  int UNBOUNDED = Integer.MAX_VALUE;

  static Rule range(int from, int to) {
    var set = new BitSet();
    set.set(from, to + 1);
    return new Bytes(set);
  }

  static Rule anyOf(String characters) {
    var set = new BitSet();
    characters.chars().forEach(set::set);
    return new Bytes(set);
  }

  /** The bytes of a text in UTF-8. */
  static Rule text(String text) {
    var parts = new ArrayList<Rule>();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      parts.add(range(b & 0xff, b & 0xff));
    }
    return new Sequence(parts);
  }

  static Rule sequence(Rule... parts) {
    return new Sequence(List.of(parts));
  }

  static Rule choice(Rule... options) {
    return new Choice(List.of(options));
  }

  static Rule optional(Rule rule) {
    return new Repeat(rule, 0, 1);
  }
}
