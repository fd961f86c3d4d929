/** Which findings a source has, and which edits repair them. */
@NullMarked
package dev.coderev.analysis;

import org.jspecify.annotations.NullMarked;
