/** Findings in the categories of public lists. */
@NullMarked
package dev.coderev.server.compliance;

import org.jspecify.annotations.NullMarked;
