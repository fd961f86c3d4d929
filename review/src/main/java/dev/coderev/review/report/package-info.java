/** The roof over all report formats: a review in, bytes out. */
@NullMarked
package dev.coderev.review.report;

import org.jspecify.annotations.NullMarked;
