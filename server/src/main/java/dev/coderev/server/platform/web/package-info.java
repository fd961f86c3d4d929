/** What holds for every request and answer, whatever the module. */
@NullMarked
package dev.coderev.server.platform.web;

import org.jspecify.annotations.NullMarked;
