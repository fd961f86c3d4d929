import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;

class Messages {
  ObjectMapper old() {
    ObjectMapper mapper = new ObjectMapper();
    // ruleid: java.security.jackson-default-typing
    mapper.enableDefaultTyping();
    return mapper;
  }

  ObjectMapper lax() {
    ObjectMapper mapper = new ObjectMapper();
    // ruleid: java.security.jackson-default-typing
    mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL);
    return mapper;
  }

  ObjectMapper strict() {
    ObjectMapper mapper = new ObjectMapper();
    var validator = BasicPolymorphicTypeValidator.builder().allowIfSubType("shop.").build();
    // ok: java.security.jackson-default-typing
    mapper.activateDefaultTyping(validator);
    // ok: java.security.jackson-default-typing
    mapper.findAndRegisterModules();
    return mapper;
  }
}
