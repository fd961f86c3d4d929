/** Figures and events over everything that a caller may see. */
@NullMarked
package dev.coderev.server.dashboard;

import org.jspecify.annotations.NullMarked;
