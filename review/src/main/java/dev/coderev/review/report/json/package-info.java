/** JSON: CodeRev's own report, and the writer that other JSON formats share. */
@NullMarked
package dev.coderev.review.report.json;

import org.jspecify.annotations.NullMarked;
