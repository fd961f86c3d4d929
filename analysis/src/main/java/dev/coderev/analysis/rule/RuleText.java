package dev.coderev.analysis.rule;

/**
 * The text of a rule file or model file, not yet read.
 *
 * @param name as the user named it; messages begin with it
 */
public record RuleText(String name, String text) {}
