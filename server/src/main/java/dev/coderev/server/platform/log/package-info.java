/** Values that follow a piece of work into its log records. */
@NullMarked
package dev.coderev.server.platform.log;

import org.jspecify.annotations.NullMarked;
