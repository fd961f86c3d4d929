package dev.coderev.analysis.finding;

import dev.coderev.analysis.source.TextRange;

/** A replacement of one stretch of a file's text. */
public record TextEdit(TextRange range, String replacement) {}
