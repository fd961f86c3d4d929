import com.thoughtworks.xstream.XStream;
import jakarta.servlet.http.HttpServletRequest;
import java.beans.XMLDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.net.Socket;
import java.util.Base64;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;

class Carts {
  Object fromBody(HttpServletRequest request) throws IOException, ClassNotFoundException {
    ObjectInputStream in = new ObjectInputStream(request.getInputStream());
    // ruleid: java.security.unsafe-deserialization
    return in.readObject();
  }

  @PostMapping("/cart")
  Object fromCookie(@CookieValue("cart") String cart) throws IOException, ClassNotFoundException {
    byte[] bytes = Base64.getDecoder().decode(cart);
    // ruleid: java.security.unsafe-deserialization
    return new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
  }

  Object fromSocket(Socket socket) throws IOException {
    // ruleid: java.security.unsafe-deserialization
    return new XMLDecoder(socket.getInputStream()).readObject();
  }

  Object fromXml(HttpServletRequest request, XStream xstream) {
    // ruleid: java.security.unsafe-deserialization
    return xstream.fromXML(request.getParameter("cart"));
  }

  Object filtered(HttpServletRequest request) throws IOException, ClassNotFoundException {
    ObjectInputStream in = new ObjectInputStream(request.getInputStream());
    in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.Cart;!*"));
    // ok: java.security.unsafe-deserialization
    return in.readObject();
  }

  Object fromOwnFile(InputStream file) throws IOException, ClassNotFoundException {
    ObjectInputStream in = new ObjectInputStream(file);
    // ok: java.security.unsafe-deserialization
    return in.readObject();
  }

  int number(HttpServletRequest request) throws IOException {
    // ok: java.security.unsafe-deserialization
    return new ObjectInputStream(new ByteArrayInputStream(new byte[0])).readInt();
  }
}
