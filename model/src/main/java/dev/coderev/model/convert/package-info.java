/** A checkpoint into another format, other types, or with an adapter merged into it. */
@NullMarked
package dev.coderev.model.convert;

import org.jspecify.annotations.NullMarked;
