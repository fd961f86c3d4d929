/** JSON as values, read strictly and written in a fixed order. */
@NullMarked
package dev.coderev.model.json;

import org.jspecify.annotations.NullMarked;
