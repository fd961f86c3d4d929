/** What the hand-written parsers share: tokens, and trees that grow from the leaves. */
@NullMarked
package dev.coderev.analysis.parse.descent;

import org.jspecify.annotations.NullMarked;
