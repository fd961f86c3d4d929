package dev.coderev.model.template;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rule by which a model wants a conversation written as one text.
 *
 * <p>As the transformers library does: blocks trim the line break after them and the blanks before
 * them; {@code raise_exception} ends with a {@link TemplateError}. What is undefined is an error
 * once anything but a test looks at it, except that it prints as nothing.
 *
 * @see <a href="https://jinja.palletsprojects.com/en/stable/templates/">Jinja</a>
 */
public final class ChatTemplate {

  private final List<Statement> body;

  private ChatTemplate(List<Statement> body) {
    this.body = body;
  }

  /** Reads a template; a {@link TemplateError} names the line that cannot be read. */
  public static ChatTemplate parse(String source) {
    return new ChatTemplate(new Parser(new Lexer(source).tokens()).template());
  }

  /** The prompt of a conversation. */
  public String render(
      List<ChatMessage> messages, boolean addGenerationPrompt, String beginToken, String endToken) {
    var variables = new HashMap<String, Object>();
    variables.put("messages", messages.stream().map(ChatTemplate::variables).toList());
    variables.put("add_generation_prompt", addGenerationPrompt);
    variables.put("bos_token", beginToken);
    variables.put("eos_token", endToken);
    return render(variables);
  }

  /**
   * The text for variables of any kind.
   *
   * @param variables texts, Long, Double, Boolean, lists and maps of them
   */
  public String render(Map<String, Object> variables) {
    var interpreter = new Interpreter(new Scope(variables));
    interpreter.run(body);
    return interpreter.text();
  }

  private static Map<String, Object> variables(ChatMessage message) {
    var members = new LinkedHashMap<String, Object>();
    members.put("role", message.role());
    members.put("content", message.content());
    return members;
  }
}
