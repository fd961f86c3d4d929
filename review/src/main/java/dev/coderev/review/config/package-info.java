/** What {@code coderev.yaml} says, read strictly. */
@NullMarked
package dev.coderev.review.config;

import org.jspecify.annotations.NullMarked;
