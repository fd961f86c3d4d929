/** Chat templates: the part of Jinja that published models use, interpreted strictly. */
@NullMarked
package dev.coderev.model.template;

import org.jspecify.annotations.NullMarked;
