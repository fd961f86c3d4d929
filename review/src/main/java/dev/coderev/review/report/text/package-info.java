/** The report for a terminal. */
@NullMarked
package dev.coderev.review.report.text;

import org.jspecify.annotations.NullMarked;
