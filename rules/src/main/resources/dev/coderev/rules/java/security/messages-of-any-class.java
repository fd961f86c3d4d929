import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.springframework.kafka.support.serializer.JsonDeserializer;

class Queue {
  void any(ActiveMQConnectionFactory factory) {
    // ruleid: java.security.messages-of-any-class
    factory.setTrustAllPackages(true);
  }

  void named(ActiveMQConnectionFactory factory) {
    // ok: java.security.messages-of-any-class
    factory.setTrustedPackages(List.of("com.example.orders"));
  }

  void any(JsonDeserializer<Object> reader) {
    // ruleid: java.security.messages-of-any-class
    reader.addTrustedPackages("*");
  }

  void named(JsonDeserializer<Object> reader) {
    // ok: java.security.messages-of-any-class
    reader.addTrustedPackages("com.example.orders");
  }
}
