package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sanitizers that hold only where their result is put. */
class EscapeTests {
  private static final TaintCase QUOTED = within("quotes");
  private static final TaintCase ENCODED = within("markup");

  private static TaintCase within(String placement) {
    return TaintCase.with(
        Language.PHP,
        """
        pattern-sources:
          - pattern: source(...)
        pattern-sinks:
          - patterns:
              - pattern-either:
                  - pattern: sink($TEXT)
                  - pattern: echo $TEXT;
              - focus-metavariable: $TEXT
        pattern-sanitizers:
          - pattern: escape(...)
            within: %s
        """
            .formatted(placement));
  }

  private static int found(TaintCase rule, String code) {
    return rule.sinks("<?php\n" + code).size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sink('id = ' . escape(source()));",
        "$x = escape(source()); sink(\"id = $x\");",
        "$x = escape(source()); $q = \"a = 'b'\"; $q .= ' and id = '; $q .= $x; sink($q);",
        "sink(sprintf('id = %s', escape(source())));",
        "sink(sprintf(\"a = '%s' and b = %s\", 'c', escape(source())));",
        "function add($v) { return 'id = ' . $v; } sink(add(escape(source())));",
        "sink('id = ' . source());",
        "sink(\"id = '\" . source() . \"'\");"
      })
  void escapingIsWorthNothingInTheOpen(String code) {
    assertThat(found(QUOTED, code)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sink(\"id = '\" . escape(source()) . \"'\");",
        "$x = escape(source()); sink(\"id = '$x' and b = 1\");",
        "$x = escape(source()); $w = \"a = '\" . $x . \"'\"; sink('where ' . $w);",
        "$x = escape(source()); $q = \"a = '\"; $q .= $x; $q .= \"'\"; sink($q);",
        "sink(sprintf(\"a = '%s' limit %d\", escape(source()), source()));",
        "sink(sprintf('limit %2$d offset %1$05d', source(), source()));",
        "sink(sprintf(\"a = '$b' limit %d\", source()));",
        "sink(escape(source()));",
        "function add($q, $v) { return $q . $v; } sink(add($GLOBALS['q'], escape(source())));"
      })
  void escapingHoldsBetweenQuotesAndWhereNothingIsKnown(String code) {
    assertThat(found(QUOTED, code)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>var a = <?php echo escape(source()); ?>;</script>",
        "<style>b { color: <?= 1 ?> <?php echo escape(source()); ?> }</style>",
        "<a title=<?php echo escape(source()); ?>>",
        "<?php echo '<b ' . escape(source()) . '>'; ?>",
        "<?php echo \"<script>x = {$_GET['y']}\" . escape(source()); ?>",
        "<!-- <?php echo escape(source()); ?> -->"
      })
  void encodingForPagesIsWorthNothingInScriptsStylesAndTags(String page) {
    assertThat(ENCODED.sinks(page)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p><?php echo escape(source()); ?></p>",
        "<script src='a'></script><p><?php echo escape(source()); ?></p>",
        "<script>var a = '<?php echo escape(source()); ?>';</script>",
        "<a title=\"<?php echo escape(source()); ?>\">",
        "<?php echo '<b id=\"' . escape(source()) . '\">'; ?>",
        "<?php $a = 'id=\"' . escape(source()) . '\"'; echo '<b ' . $a . '>'; ?>",
        "<?php echo escape(source());"
      })
  void encodingForPagesHoldsInContentAndQuotedAttributes(String page) {
    assertThat(ENCODED.sinks(page)).isEmpty();
  }
}
