/** Regular expressions as automata: whether searching with one can take exponential time. */
@NullMarked
package dev.coderev.analysis.regex;

import org.jspecify.annotations.NullMarked;
