/** Which tensor gets how many bits, by what each loses when it alone is quantized. */
@NullMarked
package dev.coderev.model.mixed;

import org.jspecify.annotations.NullMarked;
