/** What came out of a review: findings, coverage, verdict and score, ready for any report. */
@NullMarked
package dev.coderev.review.result;

import org.jspecify.annotations.NullMarked;
