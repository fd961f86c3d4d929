package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.pattern.Requirement.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LiteralScannerTests {
  @Test
  void seesWordsOnlyBetweenOtherCharacters() {
    LiteralScanner scanner = new LiteralScanner(List.of(new Literal("ab", true)));
    assertThat(scanner.find("ab").get(0)).isTrue();
    assertThat(scanner.find("xab ab_ ab1 \u00e9ab").isEmpty()).isTrue();
    assertThat(scanner.find("xab $ab.").get(0)).isTrue();
  }

  @Test
  void boundsWordsThatHoldOtherCharactersAsWell() {
    LiteralScanner scanner = new LiteralScanner(List.of(new Literal("a-b", true)));
    assertThat(scanner.find("xa-b a-bc").isEmpty()).isTrue();
    assertThat(scanner.find("a-b").get(0)).isTrue();
  }

  @Test
  void takesLiteralsBeyondLatinAndLoneCharactersToOccur() {
    LiteralScanner scanner =
        new LiteralScanner(List.of(new Literal("\u03c0\u03c0", false), new Literal("+", false)));
    assertThat(scanner.find("no such letter").cardinality()).isEqualTo(2);
  }

  @Property(tries = 300)
  void findsWhatAreFoundOneByOne(
      @ForAll @Size(min = 1, max = 8)
          List<
                  @StringLength(min = 2, max = 5) @CharRange(from = 'a', to = 'c')
                  @Chars({'A', '-'}) String>
              texts,
      @ForAll @StringLength(max = 30) @CharRange(from = 'a', to = 'd') @Chars({'A', 'B', '-', '_'})
          String text,
      @ForAll int seed) {
    Random chance = new Random(seed);
    List<Literal> literals = new ArrayList<>();
    texts.forEach(
        each -> literals.add(new Literal(each, chance.nextBoolean(), chance.nextBoolean())));
    LiteralScanner scanner = new LiteralScanner(literals);
    for (int i = 0; i < literals.size(); i++) {
      assertThat(scanner.find(text).get(i))
          .as("%s in %s", literals.get(i), text)
          .isEqualTo(occurs(literals.get(i), text));
    }
  }

  private static boolean occurs(Literal literal, String text) {
    String bound = literal.word() ? "(?<![a-zA-Z_])%s(?![a-zA-Z_])" : "%s";
    String quoted = Pattern.quote(literal.text());
    return Pattern.compile(
            bound.formatted(quoted), literal.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0)
        .matcher(text)
        .find();
  }

  @Test
  void findsManyThousandsOfLiterals() {
    List<Literal> literals = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      String hex = Integer.toHexString(i * 7919).toLowerCase(Locale.ROOT);
      literals.add(new Literal("x" + hex, i % 2 == 0));
      if (i % 3 == 0) {
        text.append("x").append(hex).append(' ');
      }
    }
    LiteralScanner scanner = new LiteralScanner(literals);
    String content = text.toString();
    for (int i = 0; i < literals.size(); i += 501) {
      assertThat(scanner.find(content).get(i)).isTrue();
    }
    assertThat(scanner.find("nothing of these").isEmpty()).isTrue();
  }
}
