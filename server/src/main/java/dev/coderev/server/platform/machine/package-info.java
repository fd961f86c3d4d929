/** What the machine says of this process and of itself. */
@NullMarked
package dev.coderev.server.platform.machine;

import org.jspecify.annotations.NullMarked;
