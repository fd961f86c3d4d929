/** GitLab's report of static security tests. */
@NullMarked
package dev.coderev.review.report.gitlab;

import org.jspecify.annotations.NullMarked;
