/** What a change is: files before and after, from git or from a plain diff. */
@NullMarked
package dev.coderev.review.change;

import org.jspecify.annotations.NullMarked;
