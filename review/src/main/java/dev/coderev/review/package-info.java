/** The review library: a workspace or a change goes in, judged findings and reports come out. */
@NullMarked
package dev.coderev.review;

import org.jspecify.annotations.NullMarked;
