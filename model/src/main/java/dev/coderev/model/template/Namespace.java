package dev.coderev.model.template;

import java.util.Map;

/** The one kind of value whose members a template can set. */
record Namespace(Map<String, Object> members) {}
