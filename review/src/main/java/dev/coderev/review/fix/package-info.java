/** Proven repairs on their way to the user: as a diff, or written to disk. */
@NullMarked
package dev.coderev.review.fix;

import org.jspecify.annotations.NullMarked;
