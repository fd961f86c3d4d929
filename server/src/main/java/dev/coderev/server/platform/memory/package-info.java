/** What a process remembers for a while. */
@NullMarked
package dev.coderev.server.platform.memory;

import org.jspecify.annotations.NullMarked;
