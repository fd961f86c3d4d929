/** Calls to other services: where they may go, how long they may take, how much they may answer. */
@NullMarked
package dev.coderev.server.platform.outgoing;

import org.jspecify.annotations.NullMarked;
