package dev.coderev.model.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatTemplateTests {

  private static String render(String template, Map<String, Object> variables) {
    return ChatTemplate.parse(template).render(variables);
  }

  private static String value(String expression) {
    return render(
        "{{ " + expression + " }}",
        Map.of(
            "n", 7L,
            "s", "Ada",
            "l", List.of("a", "b", "c"),
            "m", Map.of("k", "v"),
            "people",
                List.of(Map.of("name", "Bo", "old", true), Map.of("name", "Al", "old", false))));
  }

  /** What Jinja 3 prints for the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          1 + 2 * 3 → 7
          (1 + 2) * 3 → 9
          7 // 2 → 3
          -7 // 2 → -4
          -7 % 3 → 2
          7 / 2 → 3.5
          2 ** 3 → 8
          -n → -7
          1.5e3 → 1500.0
          'a' ~ 1 ~ none ~ true → a1NoneTrue
          'ab' * 2 → abab
          'a' 'b' → ab
          [1, 'x', none, 1.0] → [1, 'x', None, 1.0]
          {'a': 1} → {'a': 1}
          "it's" → it's
          ["it's"] → ["it's"]
          1 < 2 and 2 <= 2 and 3 > 2 → True
          'a' < 'b' → True
          not 1 == 2 → True
          not n → False
          'd' in s → True
          'x' not in l → True
          'k' in m → True
          n or s → 7
          0 or s → Ada
          n and s → Ada
          'y' if n else 'z' → y
          'y' if false → ``
          l[0] ~ l[-1] → ac
          l[1:] → ['b', 'c']
          l[::-1] → ['c', 'b', 'a']
          l[:-1] + ['z'] → ['a', 'b', 'z']
          s[0:2] → Ad
          m.k ~ m['k'] → vv
          m.missing → ``
          unknown → ``
          unknown is defined → False
          unknown is not defined → True
          n is number and s is string → True
          m is mapping and l is iterable → True
          none is none → True
          n is odd → True
          n is divisibleby 7 → True
          s | upper ~ '!' → ADA!
          '  x ' | trim → x
          l | length → 3
          l | join(', ') → a, b, c
          l | first ~ (l | last) → ac
          unknown | default('d') → d
          '' | default('d', true) → d
          '3' | int + 1 → 4
          3 | string ~ '' → 3
          l | map('upper') | list → ['A', 'B', 'C']
          people | map(attribute='name') | join('+') → Bo+Al
          people | selectattr('old') | list | length → 1
          people | rejectattr('old') | map(attribute='name') | first → Al
          people | selectattr('name', 'equalto', 'Al') | list | length → 1
          [3, 1, 2] | sort → [1, 2, 3]
          'a-b' | replace('-', '+') → a+b
          m | items | list → [['k', 'v']]
          {'a': [1, true, none, 'ß"']} | tojson → {"a": [1, true, null, "ß\\""]}
          [1, 2] | unique | reverse | list → [2, 1]
          s.lower() ~ s.upper() → adaADA
          ' a '.strip() ~ '|' → a|
          'xxaxx'.strip('x') → a
          'xxaxx'.lstrip('x') → axx
          'a b  c'.split() → ['a', 'b', 'c']
          'a</t>b</t>c'.split('</t>')[-1] → c
          'a,b,c'.split(',', 1) → ['a', 'b,c']
          s.startswith('A') and s.endswith('a') → True
          m.get('x', 'none') ~ m.get('k') → nonev
          m.items() | list | length → 1
          range(3) | list → [0, 1, 2]
          range(1, 6, 2) | list → [1, 3, 5]
          'abc' | capitalize → Abc
          '%s' ~ 'x' → %sx
          """)
  void computesAsJinjaDoes(String expression, String expected) {
    assertThat(value(expression)).isEqualTo(expected);
  }

  @Test
  void trimsAroundBlocksAsTransformersDoes() {
    String template =
        """
        start
          {% if true %}
            in
          {% endif %}
        end {%- if true %} close{% endif -%}

          last {# a comment #}
        {#- gone -#}
        x
        """;
    assertThat(render(template, Map.of())).isEqualTo("start\n    in\nend closelast x");
  }

  @Test
  void loopsWithPlacesFiltersAndElse() {
    String template =
        "{% for x in l if x != 'b' %}{{ loop.index }}{{ x }}{{ '.' if loop.last else ',' }}"
            + "{% endfor %}{% for x in [] %}{% else %}none{% endfor %}"
            + "{% for k, v in m.items() %}{{ k }}={{ v }}{% endfor %}"
            + "{% for i in range(9) %}{% if i == 1 %}{% continue %}{% endif %}"
            + "{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}";
    assertThat(render(template, Map.of("l", List.of("a", "b", "c"), "m", Map.of("k", "v"))))
        .isEqualTo("1a,2c.nonek=v02");
  }

  @Test
  void keepsAssignmentsInsideTheirScopeButNamespacesOutside() {
    String template =
        "{% set x = 1 %}{% set ns = namespace(y=1) %}"
            + "{% for i in range(3) %}{% set x = i %}{% set ns.y = ns.y + i %}{% endfor %}"
            + "{{ x }} {{ ns.y }}{% if true %}{% set x = 5 %}{% endif %} {{ x }}"
            + "{% set block %} captured {{ x }}{% endset %}{{ block | trim }}";
    assertThat(render(template, Map.of())).isEqualTo("1 4 5captured 5");
  }

  @Test
  void callsMacros() {
    String template =
        "{% macro row(a, b='-') %}[{{ a }}{{ b }}]{% endmacro %}"
            + "{{ row(1) }}{{ row(1, 2) }}{{ row(a=3, b=4) }}";
    assertThat(render(template, Map.of())).isEqualTo("[1-][12][34]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          {% if x %} → "endif" is missing
          {% for a in b %} → "endfor" is missing
          {% endif %} → "endif" is not supported
          {{ 1 + → a tag does not end
          {{ 1 + }} → a value expected
          {# no end → a comment does not end
          {% include 'x' %} → "include" is not supported
          {% import 'x' %} → "import" is not supported
          {{ x | attr('y') }} → filter "attr" is not supported
          {{ x is weird }} → test "weird" is not supported
          {{ x.y.z }} → undefined value
          {{ 1 + 'a' }} → a text is no number
          {{ 1 // 0 }} → cannot compute
          {{ 'a'.encode() }} → no method "encode"
          {{ x() }} → is no function
          {{ raise_exception('no tools') }} → no tools
          {{ range(1000000000) }} → range is too long
          {{ ('a' * 1000000) * 1000000 }} → grows too long
          {% for i in 5 %}{% endfor %} → has no items
          {% set x.y = 1 %} → namespace
          {% break %} → outside of a loop
          {% macro f() %}{{ f() }}{% endmacro %}{{ f() }} → deep
          {{ 99999999999999999999 }} → too large
          {{ x ? y }} → cannot read
          """)
  void refusesWhatItCannotRun(String template, String message) {
    assertThatThrownBy(() -> render(template, Map.of()))
        .isInstanceOf(TemplateError.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThatThrownBy(() -> ChatTemplate.parse("{{ " + "(".repeat(5000) + "1 }}"))
        .hasMessageContaining("nested");
    assertThatThrownBy(() -> ChatTemplate.parse("{% if 1 %}".repeat(5000)))
        .hasMessageContaining("nested");
  }

  @Test
  void formatsTheTime() {
    var time = LocalDateTime.of(2026, 3, 5, 4, 7, 9);
    assertThat(Functions.time("%d %b %Y, %B %a %A %H:%M:%S %m %%", time))
        .isEqualTo("05 Mar 2026, March Thu Thursday 04:07:09 03 %");
    assertThatThrownBy(() -> Functions.time("%Q", time)).hasMessageContaining("not supported");
    assertThat(value("strftime_now('%Y') | length")).isEqualTo("4");
  }

  @Test
  void writesIndentedJson() {
    assertThat(render("{{ {'a': [1, {}]} | tojson(indent=2) }}", Map.of()))
        .isEqualTo("{\n  \"a\": [\n    1,\n    {}\n  ]\n}");
  }

  @Test
  void rendersAConversation() {
    var template =
        ChatTemplate.parse(
            "{{ bos_token }}{% for m in messages %}<{{ m.role }}>{{ m['content'] }}{{ eos_token }}"
                + "{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}");
    var messages = List.of(new ChatMessage("system", "Be brief."), new ChatMessage("user", "Hi"));
    assertThat(template.render(messages, true, "<s>", "</s>"))
        .isEqualTo("<s><system>Be brief.</s><user>Hi</s><assistant>");
  }
}
