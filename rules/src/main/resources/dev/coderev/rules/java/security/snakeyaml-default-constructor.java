import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class Pipelines {
  Object open(String text) {
    Yaml yaml = new Yaml();
    // ruleid: java.security.snakeyaml-default-constructor
    return yaml.load(text);
  }

  Object direct(String text) {
    // ruleid: java.security.snakeyaml-default-constructor
    return new Yaml().load(text);
  }

  Object safe(String text) {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    // ok: java.security.snakeyaml-default-constructor
    return yaml.load(text);
  }

  String write(Map<String, String> values) {
    Yaml yaml = new Yaml();
    // ok: java.security.snakeyaml-default-constructor
    return yaml.dump(values);
  }
}
