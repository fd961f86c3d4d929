import org.mvel2.MVEL;
import org.springframework.expression.Expression;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class PriceController {
  private final ExpressionParser parser = new SpelExpressionParser();

  @GetMapping("/price")
  Object price(@RequestParam("rule") String rule) {
    // ruleid: java.security.expression-injection
    Expression expression = parser.parseExpression(rule);
    return expression.getValue();
  }

  @GetMapping("/mvel")
  Object mvel(@RequestParam("rule") String rule) {
    // ruleid: java.security.expression-injection
    return MVEL.eval("price * " + rule);
  }

  @GetMapping("/factor")
  Object factor(@RequestParam("factor") String factor) {
    double number = Double.parseDouble(factor);
    // ok: java.security.expression-injection
    return parser.parseExpression("price * " + number).getValue();
  }

  Object constant() {
    // ok: java.security.expression-injection
    return parser.parseExpression("price * 2").getValue();
  }

  @GetMapping("/own")
  Object own(@RequestParam("rule") String rule, RuleParser rules) {
    // ok: java.security.expression-injection
    return rules.parseExpression(rule);
  }
}

interface RuleParser {
  Object parseExpression(String text);
}
