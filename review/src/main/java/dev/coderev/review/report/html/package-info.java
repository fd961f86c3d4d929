/** One self-contained web page, to be read by people who do not run the tool. */
@NullMarked
package dev.coderev.review.report.html;

import org.jspecify.annotations.NullMarked;
