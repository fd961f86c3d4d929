package dev.coderev.analysis.tree;

import dev.coderev.analysis.source.TextRange;

/** Something about a file that its parser could not read, and where. */
public record ParseNote(TextRange range, String message) {}
