/** Markdown for a pull request or a hand-over. */
@NullMarked
package dev.coderev.review.report.markdown;

import org.jspecify.annotations.NullMarked;
