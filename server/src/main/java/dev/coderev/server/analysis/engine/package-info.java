/** The review engine as the server uses it, and its findings in the words of the API. */
@NamedInterface("engine")
@NullMarked
package dev.coderev.server.analysis.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
