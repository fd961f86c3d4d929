/** Comparisons of two versions. */
@NullMarked
package dev.coderev.server.evolution.trial;

import org.jspecify.annotations.NullMarked;
