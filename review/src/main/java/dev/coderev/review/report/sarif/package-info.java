/** SARIF 2.1.0, the exchange format of static analysis, as code hosts read it. */
@NullMarked
package dev.coderev.review.report.sarif;

import org.jspecify.annotations.NullMarked;
