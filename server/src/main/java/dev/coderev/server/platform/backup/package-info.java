/** All that a server remembers as one file, and the way back. */
@NullMarked
package dev.coderev.server.platform.backup;

import org.jspecify.annotations.NullMarked;
