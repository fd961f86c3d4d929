/** What earlier runs found out, on disk: keys, values and the folder that holds them. */
@NullMarked
package dev.coderev.analysis.cache;

import org.jspecify.annotations.NullMarked;
