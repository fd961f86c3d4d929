import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.util.Map;

class Dispatcher {
  private static final Map<String, Class<?>> HANDLERS = Map.of("sum", Integer.class, "text", String.class);

  Object create(Socket socket) throws IOException, ReflectiveOperationException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream()));
    String name = lines.readLine();
    // ruleid: java.security.unsafe-reflection-outside-input
    Class<?> chosen = Class.forName(name);
    // ok: java.security.unsafe-reflection-outside-input
    Class<?> fixed = Class.forName("java.lang.Integer");
    return HANDLERS.containsKey(name) ? chosen : fixed;
  }
}
