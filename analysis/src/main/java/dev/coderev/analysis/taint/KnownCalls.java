package dev.coderev.analysis.taint;

import java.util.Set;

/** What is known of functions and methods by their names alone, in whatever language. */
final class KnownCalls {
  private static final Set<String> TELL_ABOUT =
      Set.of(
          "length",
          "size",
          "count",
          "equals",
          "equalsIgnoreCase",
          "contentEquals",
          "hashCode",
          "isEmpty",
          "isBlank",
          "contains",
          "containsKey",
          "containsValue",
          "containsAll",
          "startsWith",
          "endsWith",
          "matches",
          "regionMatches",
          "indexOf",
          "lastIndexOf",
          "compareTo",
          "compareToIgnoreCase",
          "includes",
          "hasOwnProperty",
          "some",
          "every",
          "startswith",
          "endswith",
          "isdigit",
          "isalpha",
          "isalnum",
          "isnumeric",
          "isupper",
          "islower",
          "isspace",
          "Contains",
          "StartsWith",
          "EndsWith",
          "Equals",
          "IndexOf",
          "HasPrefix",
          "HasSuffix",
          "EqualFold",
          "ContainsKey",
          "has_key",
          "start_with?",
          "end_with?",
          "include?",
          "empty?",
          "nil?",
          "key?",
          "is_a?",
          "starts_with",
          "ends_with",
          "is_empty",
          "len",
          "strlen",
          "strcmp",
          "strncmp",
          "isinstance",
          "issubclass",
          "hasattr",
          "sizeof",
          "is_null",
          "isset",
          "empty",
          "is_string",
          "is_int",
          "is_numeric",
          "in_array",
          "array_key_exists",
          "getClass",
          "typeof");

  private static final Set<String> TO_NUMBER =
      Set.of(
          "parseInt",
          "parseLong",
          "parseDouble",
          "parseFloat",
          "parseShort",
          "parseByte",
          "intValue",
          "longValue",
          "doubleValue",
          "parseBoolean",
          "booleanValue",
          "Number",
          "parse_int",
          "int",
          "float",
          "bool",
          "Atoi",
          "ParseInt",
          "ParseUint",
          "ParseFloat",
          "ParseBool",
          "intval",
          "floatval",
          "boolval",
          "to_i",
          "to_f",
          "toInt",
          "toLong",
          "toDouble",
          "toFloat",
          "toBoolean",
          "Int",
          "Double",
          "ToInt32",
          "ToInt64",
          "TryParse",
          "ToBoolean",
          "atoi",
          "atol",
          "atof",
          "strtol",
          "strtoul",
          "strtod",
          "round",
          "floor",
          "ceil");

  private static final Set<String> LISTS =
      Set.of(
          "ArrayList",
          "LinkedList",
          "Vector",
          "Stack",
          "ArrayDeque",
          "List",
          "CopyOnWriteArrayList",
          "list",
          "Array",
          "mutableListOf",
          "arrayListOf",
          "emptyList",
          "MutableList");

  private static final Set<String> MAPS =
      Set.of(
          "HashMap",
          "TreeMap",
          "LinkedHashMap",
          "Hashtable",
          "ConcurrentHashMap",
          "ConcurrentSkipListMap",
          "WeakHashMap",
          "IdentityHashMap",
          "EnumMap",
          "Properties",
          "Dictionary",
          "SortedDictionary",
          "ConcurrentDictionary",
          "Map",
          "dict",
          "OrderedDict",
          "HashSet",
          "TreeSet",
          "LinkedHashSet",
          "Set",
          "set",
          "mutableMapOf",
          "hashMapOf");

  private static final Set<String> HAND_ELEMENTS_TO_CALLBACK =
      Set.of(
          "forEach",
          "map",
          "flatMap",
          "filter",
          "find",
          "findIndex",
          "some",
          "every",
          "reduce",
          "reduceRight",
          "then",
          "each",
          "each_with_index",
          "select",
          "reject",
          "collect",
          "detect",
          "inject",
          "sort",
          "sortBy",
          "ifPresent",
          "ifPresentOrElse",
          "mapToObj",
          "anyMatch",
          "allMatch",
          "peek",
          "let",
          "also",
          "run",
          "apply",
          "with",
          "use",
          "forEachIndexed",
          "ForEach",
          "Select",
          "Where",
          "tap",
          "and_then",
          "compactMap",
          "thenApply",
          "thenAccept",
          "thenCompose",
          "doOnNext",
          "subscribe",
          "onSuccess",
          "computeIfPresent",
          "replaceAll");

  private static final Set<String> KEEP_ELEMENTS =
      Set.of(
          "filter",
          "sort",
          "sorted",
          "select",
          "reject",
          "Where",
          "peek",
          "also",
          "tap",
          "find",
          "detect",
          "sortBy",
          "limit",
          "skip",
          "distinct",
          "reverse",
          "reversed",
          "stream",
          "iterator",
          "parallelStream",
          "values",
          "items",
          "entrySet",
          "toList",
          "ToList",
          "collect",
          "boxed",
          "copy",
          "clone",
          "slice",
          "elements",
          "asList",
          "each",
          "next",
          "findFirst",
          "orElse",
          "nextElement",
          "toArray",
          "flat",
          "concat",
          "into_iter",
          "iter",
          "unmodifiableList",
          "unmodifiableMap",
          "getValue");

  private static final Set<String> TEXT_BUFFERS =
      Set.of(
          "StringBuilder",
          "StringBuffer",
          "StringWriter",
          "StringIO",
          "BytesIO",
          "ByteArrayOutputStream",
          "CharArrayWriter",
          "StringJoiner",
          "Builder",
          "Buffer",
          "MemoryStream",
          "ostringstream",
          "stringstream");

  private static final Set<String> WRITE =
      Set.of(
          "write",
          "writelines",
          "print",
          "println",
          "printf",
          "format",
          "WriteString",
          "Write",
          "WriteByte",
          "WriteRune",
          "WriteLine",
          "puts",
          "add",
          "append");

  private static final Set<String> CONVERT =
      Set.of(
          "b64encode",
          "b64decode",
          "quote",
          "quote_plus",
          "unquote",
          "unquote_plus",
          "escape",
          "str",
          "repr",
          "bytes",
          "ord",
          "chr",
          "hex",
          "base64_encode",
          "base64_decode",
          "urlencode",
          "urldecode",
          "rawurlencode",
          "rawurldecode",
          "htmlspecialchars",
          "htmlentities",
          "strtolower",
          "strtoupper",
          "trim",
          "strrev",
          "str_replace",
          "substr",
          "sprintf",
          "implode",
          "explode",
          "encodeURIComponent",
          "decodeURIComponent",
          "encodeURI",
          "decodeURI",
          "btoa",
          "atob",
          "String",
          "valueOf",
          "format",
          "encode",
          "decode",
          "encodeToString",
          "Sprintf",
          "Sprint",
          "TrimSpace",
          "ToLower",
          "ToUpper",
          "Replace",
          "ReplaceAll",
          "Join",
          "Split",
          "EncodeToString",
          "DecodeString",
          "QueryEscape",
          "QueryUnescape");

  private KnownCalls() {}

  /** Whether a function only gives another form of what it is given. */
  static boolean converts(String name) {
    return CONVERT.contains(name);
  }

  /** Whether a class collects the text that is written to it. */
  static boolean isTextBuffer(String type) {
    return TEXT_BUFFERS.contains(type);
  }

  /** Whether a method of a text buffer adds its arguments to it. */
  static boolean writes(String name) {
    return WRITE.contains(name);
  }

  /** Whether the result is a number or a truth about the arguments and carries nothing of them. */
  static boolean tellsAbout(String name) {
    return TELL_ABOUT.contains(name);
  }

  /** Whether the result is a number or a truth value read from the argument. */
  static boolean makesNumber(String name) {
    return TO_NUMBER.contains(name);
  }

  /** Whether a function runs the function that it is given on the elements of its arguments. */
  static boolean appliesFunction(String name) {
    return switch (name) {
      case "map",
          "filter",
          "reduce",
          "sorted",
          "array_map",
          "array_filter",
          "array_walk",
          "array_reduce",
          "usort",
          "for_each",
          "transform",
          "call_user_func",
          "Map",
          "Filter" ->
          true;
      default -> false;
    };
  }

  /** Whether a method runs the function that it is given, now or later, and hands on its result. */
  static boolean runsForResult(String name) {
    return switch (name) {
      case "supplyAsync", "submit", "callAsync", "invokeAll", "fromCallable", "supplier" -> true;
      default -> false;
    };
  }

  /** Whether a method of a function value runs the function on the arguments. */
  static boolean runsFunction(String name) {
    return switch (name) {
      case "apply",
          "accept",
          "run",
          "call",
          "test",
          "get",
          "invoke",
          "Invoke",
          "applyAsInt",
          "()" ->
          true;
      default -> false;
    };
  }

  /** Whether the result is the same text but for its case and the blanks around it. */
  static boolean keepsText(String name) {
    return switch (name) {
      case "trim",
          "strip",
          "lower",
          "upper",
          "casefold",
          "toLowerCase",
          "toUpperCase",
          "toString",
          "intern",
          "str",
          "String",
          "string",
          "strval",
          "valueOf",
          "strtolower",
          "strtoupper",
          "ToLower",
          "ToUpper",
          "TrimSpace" ->
          true;
      default -> false;
    };
  }

  /** Whether the result says whether the argument holds something. */
  static boolean makesTruth(String name) {
    return name.equals("bool") || name.equals("Boolean") || name.equals("boolval");
  }

  /** Whether a function writes what it is given into its first argument. */
  static boolean printsInto(String qualified) {
    return switch (qualified) {
      case "fmt.Fprintf", "fmt.Fprint", "fmt.Fprintln", "io.WriteString" -> true;
      default -> false;
    };
  }

  /** Whether a method says whether the function it is given holds for an element. */
  static boolean findsOne(String name) {
    return name.equals("some") || name.equals("anyMatch") || name.equals("Any");
  }

  /** Whether a method gives what its callback gives, and nothing else. */
  static boolean givesWhatCallbackGives(String name) {
    return switch (name) {
      case "map", "flatMap", "mapToObj", "Select", "SelectMany", "array_map" -> true;
      default -> false;
    };
  }

  /** Whether the result is whether a container holds the argument. */
  static boolean asksWhetherHolds(String name) {
    return switch (name) {
      case "contains",
          "containsKey",
          "includes",
          "has",
          "in_array",
          "array_key_exists",
          "ContainsKey",
          "hasOwnProperty" ->
          true;
      default -> false;
    };
  }

  /** Whether a method makes another function of a function. */
  static boolean combinesFunctions(String name) {
    return switch (name) {
      case "andThen",
          "compose",
          "negate",
          "and",
          "or",
          "equals",
          "hashCode",
          "toString",
          "getClass" ->
          true;
      default -> false;
    };
  }

  /** Whether a Go function gives an error that is one. */
  static boolean makesError(String name) {
    return name.equals("New") || name.equals("Errorf");
  }

  /** Whether a regular expression is made from the first argument. */
  static boolean compilesRegex(String name) {
    return switch (name) {
      case "compile", "MustCompile", "RegExp", "Regex", "NSRegularExpression" -> true;
      default -> false;
    };
  }

  /** Whether a method says that two values are equal. */
  static boolean compares(String name) {
    return switch (name) {
      case "equals", "equalsIgnoreCase", "contentEquals", "EqualFold", "Equals" -> true;
      default -> false;
    };
  }

  /** Whether the result is the number of elements. */
  static boolean tellsSize(String name) {
    return name.equals("size") || name.equals("length") || name.equals("count");
  }

  static boolean makesList(String name) {
    return LISTS.contains(name);
  }

  static boolean makesMap(String name) {
    return MAPS.contains(name);
  }

  static boolean callsBackWithElements(String name) {
    return HAND_ELEMENTS_TO_CALLBACK.contains(name);
  }

  static boolean keepsElements(String name) {
    return KEEP_ELEMENTS.contains(name);
  }

  /** Whether collections, streams and texts of libraries commonly have a method of this name. */
  static boolean isOfCollections(String name) {
    return switch (name) {
      case "append",
          "extend",
          "insert",
          "remove",
          "clear",
          "index",
          "count",
          "reverse",
          "update",
          "items",
          "values",
          "split",
          "strip",
          "format",
          "replace",
          "lower",
          "upper",
          "startswith",
          "endswith",
          "encode",
          "decode",
          "write",
          "close",
          "flush",
          "concat",
          "slice",
          "splice",
          "filter",
          "forEach",
          "reduce",
          "includes",
          "indexOf",
          "shift",
          "unshift",
          "toString",
          "valueOf",
          "equals",
          "hashCode",
          "length",
          "trim",
          "substring",
          "toLowerCase",
          "toUpperCase",
          "match",
          "search",
          "apply",
          "accept",
          "string",
          "println",
          "print" ->
          true;
      default -> false;
    };
  }
}
