import com.fasterxml.jackson.annotation.JsonTypeInfo;

class Messages {
  // ruleid: java.security.jackson-class-names
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface Open {}

  // ruleid: java.security.jackson-class-names
  @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
  interface Short {}

  // ok: java.security.jackson-class-names
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  interface Named {}
}
