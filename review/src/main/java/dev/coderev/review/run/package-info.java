/** The roof of a review: from what the user asked for to a result that any report can show. */
@NullMarked
package dev.coderev.review.run;

import org.jspecify.annotations.NullMarked;
