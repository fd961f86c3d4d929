/** The cycle that looks at the evidence from time to time. */
@NullMarked
package dev.coderev.server.evolution.cycle;

import org.jspecify.annotations.NullMarked;
