/** Spans: what took how long on behalf of whom, told to a collector over OTLP. */
@NullMarked
package dev.coderev.server.platform.trace;

import org.jspecify.annotations.NullMarked;
