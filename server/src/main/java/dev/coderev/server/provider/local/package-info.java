/** The model of this machine, behind OpenAI's interface. */
@NullMarked
package dev.coderev.server.provider.local;

import org.jspecify.annotations.NullMarked;
