/** Text into token ids and back, through the Hugging Face tokenizers library. */
@NullMarked
package dev.coderev.model.tokens;

import org.jspecify.annotations.NullMarked;
