/** What reports say in the same words, whatever their format. */
@NullMarked
package dev.coderev.review.report.fact;

import org.jspecify.annotations.NullMarked;
