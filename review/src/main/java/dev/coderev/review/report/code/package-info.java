/** Source code as reports show it: excerpts, safe characters, line hashes, small diffs. */
@NullMarked
package dev.coderev.review.report.code;

import org.jspecify.annotations.NullMarked;
