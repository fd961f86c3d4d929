package dev.coderev.analysis.rule;

import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A reader of {@code options}. */
final class OptionsReader {
  private static final Set<String> KNOWN =
      Set.copyOf(
          List.of(
              ("constant_propagation symbolic_propagation taint_focus_on taint_unify_mvars"
                      + " taint_assume_safe_functions taint_assume_safe_indexes"
                      + " taint_assume_safe_comparisons taint_assume_safe_booleans"
                      + " taint_assume_safe_numbers taint_assume_safe_constants"
                      + " taint_only_propagate_through_assignments taint_match_on taint_intrafile guarded_taint_signatures ac_matching"
                      + " commutative_boolop symmetric_eq vardef_assign flddef_assign attr_expr"
                      + " unify_ids_strictly arrow_is_function let_is_var go_deeper_expr"
                      + " go_deeper_stmt implicit_deep_exprstmt implicit_ellipsis"
                      + " xml_singleton_loose_matching xml_attrs_implicit_ellipsis"
                      + " xml_children_ordered generic_engine generic_multiline generic_braces"
                      + " generic_extra_braces generic_extra_word_characters generic_caseless"
                      + " generic_ellipsis_max_span generic_comment_style interfile"
                      + " implicit_return decorators_order_matters max_match_per_file timeout"
                      + " taint_fixpoint_timeout dynamic_timeout dynamic_timeout_unit_kb"
                      + " dynamic_timeout_max_multiplier cpp_parsing_pref")
                  .split(" ")));

  private final ReadingContext context;

  OptionsReader(ReadingContext context) {
    this.context = context;
  }

  Map<String, Object> read(Fields rule) {
    Optional<Fields> fields =
        rule.node("options").flatMap(node -> Fields.of(node, "'options'", context, KNOWN));
    if (fields.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> options = new LinkedHashMap<>();
    for (Entry entry : fields.get().map().entries()) {
      YamlNode value = entry.value();
      options.put(entry.key().text(), value.value());
    }
    return options;
  }
}
