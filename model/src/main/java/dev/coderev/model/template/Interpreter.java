package dev.coderev.model.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the statements of a template and collects what they print. */
final class Interpreter {

  private static final int LONGEST = 64 << 20;

  private enum Flow {
    ON,
    BREAK,
    CONTINUE
  }

  private final StringBuilder out = new StringBuilder();
  private Scope scope;

  Interpreter(Scope scope) {
    this.scope = scope;
  }

  String text() {
    return out.toString();
  }

  void run(List<Statement> body) {
    if (execute(body) != Flow.ON) {
      throw new TemplateError("break or continue stands outside of a loop");
    }
  }

  private Flow execute(List<Statement> body) {
    for (Statement statement : body) {
      Flow flow = execute(statement);
      if (flow != Flow.ON) {
        return flow;
      }
    }
    return Flow.ON;
  }

  private Flow execute(Statement statement) {
    switch (statement) {
      case Statement.Text(String text) -> print(text);
      case Statement.Print(Expression value) -> print(Values.text(evaluator().value(value)));
      case Statement.If branches -> {
        return branch(branches);
      }
      case Statement.For loop -> loop(loop);
      case Statement.Set set -> set(set);
      case Statement.SetBlock(String name, List<Statement> body) ->
          scope.set(name, captured(scope.inner(), body));
      case Statement.Macro macro -> scope.set(macro.name(), (Function) call -> call(macro, call));
      case Statement.Plain(List<Statement> body) -> {
        return execute(body);
      }
      case Statement.Break ignored -> {
        return Flow.BREAK;
      }
      case Statement.Continue ignored -> {
        return Flow.CONTINUE;
      }
    }
    return Flow.ON;
  }

  private void print(String text) {
    if (out.length() + text.length() > LONGEST) {
      throw new TemplateError("the prompt grows beyond " + LONGEST + " characters");
    }
    out.append(text);
  }

  private Evaluator evaluator() {
    return new Evaluator(scope);
  }

  private Flow branch(Statement.If branches) {
    for (Statement.Branch branch : branches.branches()) {
      boolean taken =
          branch.condition().map(it -> Values.truth(evaluator().value(it))).orElse(true);
      if (taken) {
        return execute(branch.body());
      }
    }
    return Flow.ON;
  }

  private void loop(Statement.For loop) {
    List<Object> items = new ArrayList<>();
    Scope outer = scope;
    for (Object item : Values.items(evaluator().value(loop.items()))) {
      scope = outer.inner();
      bind(loop.names(), item);
      if (loop.filter().isEmpty() || Values.truth(evaluator().value(loop.filter().get()))) {
        items.add(item);
      }
    }
    scope = outer;
    if (items.isEmpty()) {
      scope = outer.inner();
      execute(loop.otherwise());
      scope = outer;
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      scope = outer.inner();
      bind(loop.names(), items.get(i));
      scope.set("loop", place(items, i));
      Flow flow = execute(loop.body());
      scope = outer;
      if (flow == Flow.BREAK) {
        break;
      }
    }
  }

  private static Map<String, Object> place(List<Object> items, int i) {
    var place = new LinkedHashMap<String, Object>();
    place.put("index", i + 1L);
    place.put("index0", (long) i);
    place.put("revindex", (long) (items.size() - i));
    place.put("revindex0", items.size() - i - 1L);
    place.put("first", i == 0);
    place.put("last", i == items.size() - 1);
    place.put("length", (long) items.size());
    place.put("previtem", i == 0 ? None.UNDEFINED : items.get(i - 1));
    place.put("nextitem", i == items.size() - 1 ? None.UNDEFINED : items.get(i + 1));
    return place;
  }

  private void bind(List<String> names, Object item) {
    if (names.size() == 1) {
      scope.set(names.getFirst(), item);
      return;
    }
    List<Object> parts = Values.items(item);
    if (parts.size() != names.size()) {
      throw new TemplateError(parts.size() + " values cannot go to " + names);
    }
    for (int i = 0; i < names.size(); i++) {
      scope.set(names.get(i), parts.get(i));
    }
  }

  private void set(Statement.Set set) {
    Object value = evaluator().value(set.value());
    if (set.member().isEmpty()) {
      bind(set.names(), value);
      return;
    }
    String name = set.names().getFirst();
    if (!(scope.get(name) instanceof Namespace namespace)) {
      throw new TemplateError("only members of a namespace can be set, and " + name + " is none");
    }
    namespace.members().put(set.member().get(), value);
  }

  private static String captured(Scope scope, List<Statement> body) {
    var inner = new Interpreter(scope);
    inner.run(body);
    return inner.text();
  }

  private Object call(Statement.Macro macro, Function.Call call) {
    Scope inside = scope.inner();
    List<Object> positional = call.positional();
    if (positional.size() > macro.parameters().size()) {
      throw new TemplateError("macro " + macro.name() + " takes fewer arguments");
    }
    for (int i = 0; i < macro.parameters().size(); i++) {
      Statement.Parameter parameter = macro.parameters().get(i);
      Object value;
      if (i < positional.size()) {
        value = positional.get(i);
      } else if (call.named().containsKey(parameter.name())) {
        value = call.named(parameter.name());
      } else {
        value =
            parameter.otherwise().map(it -> new Evaluator(inside).value(it)).orElse(None.UNDEFINED);
      }
      inside.set(parameter.name(), value);
    }
    call.deeper();
    String text = captured(inside, macro.body());
    call.back();
    return text;
  }
}
