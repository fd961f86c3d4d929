import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;

class Tenants {
  void choose(HttpServletRequest request, Connection connection) throws SQLException {
    // ruleid: java.security.external-setting
    connection.setCatalog(request.getParameter("tenant"));
    // ok: java.security.external-setting
    connection.setCatalog("main");
  }

  void received(Socket socket, Connection connection) throws IOException, SQLException {
    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
    String name = in.readLine();
    // ruleid: java.security.external-setting
    connection.setSchema(name);
    // ruleid: java.security.external-setting
    System.setProperty(name, "true");
    // ok: java.security.external-setting
    System.setProperty("greeting", name);
  }
}
