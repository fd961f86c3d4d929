/** Which files are under review, in which language, and which are left out and why. */
@NullMarked
package dev.coderev.review.workspace;

import org.jspecify.annotations.NullMarked;
