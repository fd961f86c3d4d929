/** What becomes of versions that were withdrawn, and parts that may not come back. */
@NullMarked
package dev.coderev.server.evolution.recovery;

import org.jspecify.annotations.NullMarked;
