package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class DockerfileMatchingTests {
  private final MatchTable docker = new MatchTable(Language.DOCKERFILE);

  @Test
  void anImageMayHaveMoreThanThePatternSays() {
    String code =
        """
        FROM base
        FROM base:1
        FROM --platform=linux/arm base:latest AS b
        FROM host:5000/base
        """;
    assertThat(docker.lines("FROM $I", code)).containsExactly(1, 2, 3, 4);
    assertThat(docker.lines("FROM $I:latest", code)).containsExactly(3);
    assertThat(docker.lines("FROM $I:$V", code)).containsExactly(2, 3);
  }

  @Test
  void commandsAreWordsAndSignsBetweenThem() {
    String code =
        """
        RUN make all
        RUN configure && make clean \\
            && make install
        RUN ["make", "clean"]
        """;
    assertThat(docker.lines("RUN ... make clean ...", code)).containsExactly(2);
    assertThat(docker.lines("RUN make ...", code)).containsExactly(1, 2);
    assertThat(docker.lines("RUN [..., \"clean\", ...]", code)).containsExactly(4);
    assertThat(docker.lines("make install", code)).containsExactly(3);
  }

  @Test
  void instructionsFollowEachOther() {
    String code = "USER root\nRUN a\nUSER me\nCMD b\n";
    assertThat(docker.lines("USER root\n...\nUSER $X", code)).containsExactly(1);
    assertThat(docker.lines("USER me\n...\nUSER $X", code)).isEmpty();
  }

  @Test
  void keysAndValuesArePairs() {
    String code = "ENV A=1 DEBUG=true\nENV DEBUG true\nARG TOKEN\nARG TOKEN=x\n";
    assertThat(docker.lines("ENV ... DEBUG=$V ...", code)).containsExactly(1, 2);
    assertThat(docker.lines("ARG $X=...", code)).containsExactly(4);
  }
}
