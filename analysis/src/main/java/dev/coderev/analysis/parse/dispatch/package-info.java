/** Which parser reads which language: the roof over all parsers. */
@NullMarked
package dev.coderev.analysis.parse.dispatch;

import org.jspecify.annotations.NullMarked;
