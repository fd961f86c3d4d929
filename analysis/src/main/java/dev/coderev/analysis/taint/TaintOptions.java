package dev.coderev.analysis.taint;

import java.util.Map;

/**
 * The options of a rule that taint analysis honours.
 *
 * @param safeFunctions calls of unknown functions do not hand taint on
 * @param safeIndexes a tainted index does not taint the element
 * @param safeBooleans values of a truth type carry no taint
 * @param safeNumbers values of a number type carry no taint
 * @param safeConstants a source whose value is known to be a constant is none
 * @param onlyAssignments nothing hands taint on but assignments
 * @param unify metavariables of source and sink must agree
 * @param focusOnSource findings are shown at the source
 */
record TaintOptions(
    boolean safeFunctions,
    boolean safeIndexes,
    boolean safeBooleans,
    boolean safeNumbers,
    boolean safeConstants,
    boolean onlyAssignments,
    boolean unify,
    boolean focusOnSource) {
  static TaintOptions of(Map<String, Object> options) {
    return new TaintOptions(
        flag(options, "taint_assume_safe_functions"),
        flag(options, "taint_assume_safe_indexes"),
        flag(options, "taint_assume_safe_booleans"),
        flag(options, "taint_assume_safe_numbers"),
        flag(options, "taint_assume_safe_constants"),
        flag(options, "taint_only_propagate_through_assignments"),
        flag(options, "taint_unify_mvars"),
        "source".equals(options.get("taint_focus_on")));
  }

  private static boolean flag(Map<String, Object> options, String name) {
    return options.get(name) instanceof Boolean given && given;
  }
}
