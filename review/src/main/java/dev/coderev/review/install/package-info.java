/** What the build prepares beside the jars of an installation so that starts are fast. */
@NullMarked
package dev.coderev.review.install;

import org.jspecify.annotations.NullMarked;
