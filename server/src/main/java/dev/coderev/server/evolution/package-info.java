/** The versions of the reviewer: which one serves, and what moved them. */
@NullMarked
package dev.coderev.server.evolution;

import org.jspecify.annotations.NullMarked;
