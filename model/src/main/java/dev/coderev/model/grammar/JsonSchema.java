package dev.coderev.model.grammar;

import dev.coderev.model.ModelException;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The grammar of the JSON texts that a schema allows, written compactly: members in the order of
 * the schema, at most one space after a colon or comma, and only members that the schema names.
 *
 * <p>Understood are type, properties, required, items, minItems, maxItems, minLength, maxLength,
 * enum, const, anyOf, oneOf, $ref into $defs or definitions; titles and descriptions are passed
 * over. Any other keyword is refused, because an answer might break it.
 */
public final class JsonSchema {

  private static final Set<String> PASSED_OVER =
      Set.of(
          "title",
          "description",
          "$schema",
          "$id",
          "$defs",
          "definitions",
          "default",
          "examples",
          "$comment");
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "minItems",
          "maxItems",
          "minLength",
          "maxLength",
          "enum",
          "const",
          "anyOf",
          "oneOf",
          "$ref");

  private static final Rule SPACE = Rule.optional(Rule.text(" "));
  private static final Rule CHARACTER = character();
  private static final Rule NUMBER = number(true);
  private static final Rule INTEGER = number(false);

  private final Json root;
  private final Map<String, Rule.Named> references = new HashMap<>();
  private final Rule.Named anything = new Rule.Named();

  private JsonSchema(Json root) {
    this.root = root;
    Rule text = string(0, Rule.UNBOUNDED);
    Rule member = Rule.sequence(text, Rule.text(":"), SPACE, anything);
    anything.set(
        Rule.choice(
            text,
            NUMBER,
            Rule.text("true"),
            Rule.text("false"),
            Rule.text("null"),
            list("[", anything, 0, Rule.UNBOUNDED, "]"),
            list("{", member, 0, Rule.UNBOUNDED, "}")));
  }

  /** The grammar of a schema. */
  public static Grammar grammar(Json schema) {
    var reader = new JsonSchema(schema);
    return new Grammar(reader.rule(schema, "#"));
  }

  /** The grammar of any JSON value. */
  public static Grammar any() {
    return new Grammar(new JsonSchema(new Json.Bool(true)).anything);
  }

  private Rule rule(Json schema, String place) {
    if (schema instanceof Json.Bool all && all.value()) {
      return anything;
    }
    if (!(schema instanceof Json.Obj object)) {
      throw new ModelException("schema " + place + ": must be an object");
    }
    Map<String, Json> members = object.members();
    for (String key : members.keySet()) {
      if (!PASSED_OVER.contains(key) && !UNDERSTOOD.contains(key)) {
        throw new ModelException(
            "schema " + place + ": keyword " + key + " is not supported; leave it out");
      }
    }
    if (members.get("$ref") instanceof Json.Str reference) {
      return reference(reference.value(), place);
    }
    for (String key : List.of("anyOf", "oneOf")) {
      if (members.get(key) instanceof Json.Arr options) {
        return new Rule.Choice(rules(options, place + "/" + key));
      }
    }
    if (members.get("enum") instanceof Json.Arr values) {
      return new Rule.Choice(
          values.elements().stream().map(it -> Rule.text(JsonWriter.compact(it))).toList());
    }
    Json constant = members.get("const");
    if (constant != null) {
      return Rule.text(JsonWriter.compact(constant));
    }
    Json type = members.get("type");
    if (type instanceof Json.Arr types) {
      return new Rule.Choice(
          types.elements().stream().map(it -> typed(it, members, place)).toList());
    }
    if (type != null) {
      return typed(type, members, place);
    }
    return members.containsKey("properties") ? object(members, place) : anything;
  }

  private List<Rule> rules(Json.Arr schemas, String place) {
    var rules = new ArrayList<Rule>();
    for (int i = 0; i < schemas.elements().size(); i++) {
      rules.add(rule(schemas.elements().get(i), place + "/" + i));
    }
    return rules;
  }

  private Rule typed(Json type, Map<String, Json> members, String place) {
    String word = type instanceof Json.Str text ? text.value() : "";
    return switch (word) {
      case "object" -> object(members, place);
      case "array" -> {
        Json items = members.get("items");
        Rule item = items == null ? anything : rule(items, place + "/items");
        yield list(
            "[",
            item,
            limit(members, "minItems", 0, place),
            limit(members, "maxItems", Rule.UNBOUNDED, place),
            "]");
      }
      case "string" ->
          string(
              limit(members, "minLength", 0, place),
              limit(members, "maxLength", Rule.UNBOUNDED, place));
      case "number" -> NUMBER;
      case "integer" -> INTEGER;
      case "boolean" -> Rule.choice(Rule.text("true"), Rule.text("false"));
      case "null" -> Rule.text("null");
      default -> throw new ModelException("schema " + place + ": unknown type " + word);
    };
  }

  private static int limit(Map<String, Json> members, String key, int otherwise, String place) {
    return switch (members.get(key)) {
      case null -> otherwise;
      case Json.Int number when number.value() >= 0 && number.value() < Rule.UNBOUNDED ->
          (int) number.value();
      default -> throw new ModelException("schema " + place + "/" + key + ": must be a count");
    };
  }

  private Rule reference(String target, String place) {
    Rule.Named known = references.get(target);
    if (known != null) {
      return known;
    }
    if (!target.startsWith("#")) {
      throw new ModelException("schema " + place + ": $ref " + target + " leaves the schema");
    }
    Json at = root;
    for (String step : target.substring(1).split("/")) {
      if (!step.isEmpty()) {
        String key = step.replace("~1", "/").replace("~0", "~");
        Json next = at instanceof Json.Obj object ? object.members().get(key) : null;
        if (next == null) {
          throw new ModelException("schema " + place + ": $ref " + target + " names nothing");
        }
        at = next;
      }
    }
    var named = new Rule.Named();
    references.put(target, named);
    named.set(rule(at, target));
    return named;
  }

  private Rule object(Map<String, Json> members, String place) {
    var properties = new LinkedHashMap<String, Json>();
    if (members.get("properties") instanceof Json.Obj named) {
      properties.putAll(named.members());
    }
    var required = new ArrayList<String>();
    if (members.get("required") instanceof Json.Arr names) {
      for (Json name : names.elements()) {
        if (!(name instanceof Json.Str text) || !properties.containsKey(text.value())) {
          throw new ModelException(
              "schema " + place + ": required names a member that properties does not have");
        }
        required.add(text.value());
      }
    }
    if (properties.isEmpty()) {
      Rule text = string(0, Rule.UNBOUNDED);
      Rule member = Rule.sequence(text, Rule.text(":"), SPACE, anything);
      return list("{", member, 0, Rule.UNBOUNDED, "}");
    }
    var rules = new ArrayList<Rule>();
    var needed = new ArrayList<Boolean>();
    properties.forEach((name, schema) -> {
      rules.add(
          Rule.sequence(
              Rule.text(JsonWriter.compact(Json.of(name)) + ":"),
              SPACE,
              rule(schema, place + "/properties/" + name)));
      needed.add(required.contains(name));
    });
    return Rule.sequence(Rule.text("{"), members(rules, needed), Rule.text("}"));
  }

  /** Members in order, some of them optional, with commas only between those that are there. */
  private static Rule members(List<Rule> rules, List<Boolean> needed) {
    Rule comma = Rule.sequence(Rule.text(","), SPACE);
    Rule begun = Rule.sequence();
    Rule fresh = Rule.sequence();
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule taken = Rule.sequence(comma, rules.get(i), begun);
      Rule first = Rule.sequence(rules.get(i), begun);
      fresh = needed.get(i) ? first : Rule.choice(first, fresh);
      begun = needed.get(i) ? taken : Rule.choice(taken, begun);
    }
    return fresh;
  }

  /** Items with commas between brackets. */
  private static Rule list(String open, Rule item, int least, int most, String close) {
    if (most == 0) {
      return Rule.text(open + close);
    }
    Rule more = Rule.sequence(Rule.text(","), SPACE, item);
    int rest = most == Rule.UNBOUNDED ? most : most - 1;
    Rule items = Rule.sequence(item, new Rule.Repeat(more, Math.max(0, least - 1), rest));
    return Rule.sequence(
        Rule.text(open), least > 0 ? items : Rule.optional(items), Rule.text(close));
  }

  private static Rule string(int least, int most) {
    return Rule.sequence(Rule.text("\""), new Rule.Repeat(CHARACTER, least, most), Rule.text("\""));
  }

  /** One character within quotes: plain, in valid UTF-8, or escaped. */
  private static Rule character() {
    Rule rest = Rule.range(0x80, 0xbf);
    Rule hex = Rule.anyOf("0123456789abcdefABCDEF");
    Rule notD = Rule.anyOf("0123456789abcefABCEF");
    return Rule.choice(
        Rule.range(0x20, 0x21),
        Rule.range(0x23, 0x5b),
        Rule.range(0x5d, 0x7e),
        Rule.sequence(Rule.range(0xc2, 0xdf), rest),
        Rule.sequence(Rule.range(0xe0, 0xe0), Rule.range(0xa0, 0xbf), rest),
        Rule.sequence(Rule.range(0xe1, 0xec), rest, rest),
        Rule.sequence(Rule.range(0xed, 0xed), Rule.range(0x80, 0x9f), rest),
        Rule.sequence(Rule.range(0xee, 0xef), rest, rest),
        Rule.sequence(Rule.range(0xf0, 0xf0), Rule.range(0x90, 0xbf), rest, rest),
        Rule.sequence(Rule.range(0xf1, 0xf3), rest, rest, rest),
        Rule.sequence(Rule.range(0xf4, 0xf4), Rule.range(0x80, 0x8f), rest, rest),
        Rule.sequence(Rule.text("\\"), Rule.anyOf("\"\\/bfnrt")),
        // no halves of surrogate pairs
        Rule.sequence(Rule.text("\\u"), notD, hex, hex, hex),
        Rule.sequence(Rule.text("\\u"), Rule.anyOf("dD"), Rule.range('0', '7'), hex, hex));
  }

  private static Rule number(boolean fraction) {
    Rule digit = Rule.range('0', '9');
    Rule whole =
        Rule.choice(
            Rule.text("0"), Rule.sequence(Rule.range('1', '9'), new Rule.Repeat(digit, 0, 15)));
    Rule integer = Rule.sequence(Rule.optional(Rule.text("-")), whole);
    if (!fraction) {
      return integer;
    }
    Rule point = Rule.sequence(Rule.text("."), new Rule.Repeat(digit, 1, 16));
    Rule exponent =
        Rule.sequence(
            Rule.anyOf("eE"), Rule.optional(Rule.anyOf("+-")), new Rule.Repeat(digit, 1, 2));
    return Rule.sequence(integer, Rule.optional(point), Rule.optional(exponent));
  }
}
