package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionNamesTests {
  @ParameterizedTest
  @ValueSource(
      strings = {"get", "getUser", "get_user", "FindByID", "lookup", "readFileSync", "open"})
  void looksSomethingUp(String name) {
    assertThat(FunctionNames.looksUp(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"getter", "getPath", "findings", "format", "reopen", "widget"})
  void looksNothingUp(String name) {
    assertThat(FunctionNames.looksUp(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isValidName",
        "verify",
        "_secure_path",
        "originMatches",
        "checkAccess",
        "is_allowed"
      })
  void checksWhatItIsGiven(String name) {
    assertThat(FunctionNames.checks(name)).isTrue();
    assertThat(FunctionNames.cleans(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unescape",
        "cleanUpFiles",
        "checkbox",
        "base64Encode",
        "invalidate",
        "sendNotAllowed"
      })
  void promisesNothing(String name) {
    assertThat(FunctionNames.cleans(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256Hex", "encodeForHtml", "escapeHtml", "cleanID", "sanitize_path"})
  void changesTheText(String name) {
    assertThat(FunctionNames.checks(name)).isFalse();
    assertThat(FunctionNames.cleans(name)).isTrue();
  }
}
