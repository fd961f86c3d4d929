/** Requests that are sent twice and done once: answers kept under the client's key. */
@NullMarked
package dev.coderev.server.platform.repetition;

import org.jspecify.annotations.NullMarked;
