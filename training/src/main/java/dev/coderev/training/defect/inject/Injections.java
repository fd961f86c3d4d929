package dev.coderev.training.defect.inject;

import dev.coderev.training.defect.DefectKind;
import dev.coderev.training.defect.Edit;
import java.util.List;
import java.util.Optional;

/**
 * What can be made wrong in a method, and what could be repaired: both are found in the same way,
 * by looking at the code alone, so that a repair is one candidate among those that any code has.
 */
final class Injections {

  private static final String BEFORE = "class Holder {\n";
  private static final String AFTER = "\n}\n";

  private final Optional<JavaSource> java;

  Injections(String code) {
    java = JavaSource.parse(BEFORE + code + AFTER).filter(it -> it.methods().size() == 1);
  }

  /** Edits that bring a defect of a kind into working code. */
  List<Edit> defects(DefectKind kind) {
    return edits(kind, true);
  }

  /** Edits that would repair a defect of a kind, if the code had it. */
  List<Edit> repairs(DefectKind kind) {
    return edits(kind, false);
  }

  private List<Edit> edits(DefectKind kind, boolean defects) {
    return java.map(
            source -> inCode(scanner(kind, source, defects).edits(source.methods().getFirst())))
        .orElse(List.of());
  }

  private static ScopedScanner scanner(DefectKind kind, JavaSource java, boolean defects) {
    return switch (kind) {
      case WRONG_VARIABLE -> new VariableEdits(java);
      case SWAPPED_ARGUMENTS -> new ArgumentEdits(java);
      case WRONG_OPERATOR -> new OperatorEdits(java);
      case OFF_BY_ONE -> new OffByOneEdits(java);
      case DROPPED_NULL_CHECK -> new NullCheckEdits(java, defects);
    };
  }

  private static List<Edit> inCode(List<Edit> edits) {
    int before = BEFORE.length();
    return edits.stream()
        .map(it -> new Edit(it.from() - before, it.to() - before, it.text()))
        .distinct()
        .toList();
  }
}
