/** Identifiers and random secrets. */
@NullMarked
package dev.coderev.server.platform.id;

import org.jspecify.annotations.NullMarked;
