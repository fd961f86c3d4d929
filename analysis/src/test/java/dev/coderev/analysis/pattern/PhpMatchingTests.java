package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class PhpMatchingTests {
  private final MatchTable php = new MatchTable(Language.PHP);

  @Test
  void bindsAssignedVariables() {
    php.check(
        "if ($X = 1) { ... }",
        """
        <?php
        if ($state = 1) { //!
            go();
        }
        if ($state == 1) {
            go();
        }
        """);
  }

  @Test
  void bindsParametersBesideAnEllipsis() {
    php.check(
        "function $F(..., Request $R, ...) { ... }",
        """
        <?php
        function show($page, Request $request) //!
        {
        }
        function hide($page)
        {
        }
        """);
  }

  @Test
  void bindsCaughtVariables() {
    php.check(
        "try { ... } catch ($TYPE $E) { }",
        """
        <?php
        try { //!
            go();
        } catch (Exception $failure) {
        }
        """);
  }

  @Test
  void takesSuperglobalsAsTheyStand() {
    php.check(
        "$_GET",
        """
        <?php
        $name = $_GET['name']; //!
        $text = $_POST['text'];
        """);
  }
}
