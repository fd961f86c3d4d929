/** Rules tried on their fixtures: code with a mark before every line that must fire or must not. */
@NullMarked
package dev.coderev.analysis.ruletest;

import org.jspecify.annotations.NullMarked;
