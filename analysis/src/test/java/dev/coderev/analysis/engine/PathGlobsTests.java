package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.rule.PathFilter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobsTests {

  @ParameterizedTest
  @CsvSource({
    "*.py, a.py, true",
    "*.py, src/deep/a.py, true",
    "*.py, a.pyc, false",
    "tests, src/tests/a.py, true",
    "tests/, tests/a.py, true",
    "tests, mytests/a.py, false",
    "/src/*.py, src/a.py, true",
    "/src/*.py, x/src/a.py, false",
    "src/**/gen, src/a/b/gen/x.py, true",
    "**/x, x, true",
    "a?.[ch], ab.c, true",
    "a?.[!ch], ab.c, false",
    "a.b, axb, false",
  })
  void matchesAsGlobsDo(String glob, String path, boolean accepted) {
    assertThat(new PathGlobs(new PathFilter(List.of(glob), List.of())).accepts(path))
        .isEqualTo(accepted);
  }

  @Test
  void matchesAlternatives() {
    PathGlobs globs = new PathGlobs(new PathFilter(List.of("*.{js,ts}"), List.of()));
    assertThat(globs.accepts("x/a.ts")).isTrue();
    assertThat(globs.accepts("x/a.go")).isFalse();
  }

  @Test
  void excludesBeforeItIncludes() {
    PathGlobs globs = new PathGlobs(new PathFilter(List.of("*.py"), List.of("test_*")));
    assertThat(globs.accepts("a.py")).isTrue();
    assertThat(globs.accepts("x/test_a.py")).isFalse();
    assertThat(new PathGlobs(PathFilter.ALL).accepts("anything")).isTrue();
  }
}
