/** Rules as data: what the Semgrep rule syntax says, read, checked and typed. */
@NullMarked
package dev.coderev.analysis.rule;

import org.jspecify.annotations.NullMarked;
