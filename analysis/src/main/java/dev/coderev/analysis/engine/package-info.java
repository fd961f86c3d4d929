/** The roof: rules applied to files, with limits honoured and everything accounted for. */
@NullMarked
package dev.coderev.analysis.engine;

import org.jspecify.annotations.NullMarked;
