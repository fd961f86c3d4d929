/** What a review found: the finding, its weight, its place, its flow and its repair. */
@NullMarked
package dev.coderev.analysis.finding;

import org.jspecify.annotations.NullMarked;
