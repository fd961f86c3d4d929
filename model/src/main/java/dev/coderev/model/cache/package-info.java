/** The keys and values of attention, kept in pages that sequences share where they begin alike. */
@NullMarked
package dev.coderev.model.cache;

import org.jspecify.annotations.NullMarked;
