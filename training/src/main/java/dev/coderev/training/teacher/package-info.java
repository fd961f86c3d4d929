/** What a teacher says of sequences: asked each time, or kept on disk as its likeliest tokens. */
@NullMarked
package dev.coderev.training.teacher;

import org.jspecify.annotations.NullMarked;
