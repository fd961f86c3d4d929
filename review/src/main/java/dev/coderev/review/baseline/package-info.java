/** Earlier reports as a baseline: what was there before does not count again. */
@NullMarked
package dev.coderev.review.baseline;

import org.jspecify.annotations.NullMarked;
