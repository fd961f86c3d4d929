/** The machine-readable description of the API, generated from the code. */
@NullMarked
package dev.coderev.server.platform.openapi;

import org.jspecify.annotations.NullMarked;
