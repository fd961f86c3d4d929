/** Who calls, and what a caller may do. */
@NullMarked
package dev.coderev.server.platform.access;

import org.jspecify.annotations.NullMarked;
