-- The limits of the gates take the names that their documentation has.
update evolution_settings set settings = jsonb_build_object(
  'promotion_criteria',
  (settings -> 'promotion_criteria') - 'min_shadow_hours' || jsonb_build_object(
    'min_evaluation_hours', settings -> 'promotion_criteria' -> 'min_shadow_hours',
    'gate_error_rate', settings -> 'promotion_criteria' -> 'max_error_rate',
    'max_error_rate', 0.05,
    'min_traffic_percentage', 5),
  'demotion_criteria',
  (settings -> 'demotion_criteria') - 'max_accuracy_drop' || jsonb_build_object(
    'accuracy_drop_threshold', settings -> 'demotion_criteria' -> 'max_accuracy_drop'));
