/** Analyses: what was found where, for whoever asked. */
@NullMarked
package dev.coderev.server.analysis;

import org.jspecify.annotations.NullMarked;
