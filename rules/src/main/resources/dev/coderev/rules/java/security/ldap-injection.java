import jakarta.servlet.http.HttpServletRequest;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.naming.ldap.LdapName;
import org.springframework.ldap.support.LdapEncoder;

class Directory {
  private final DirContext context;

  Directory(DirContext context) {
    this.context = context;
  }

  void find(HttpServletRequest request) throws NamingException {
    String user = request.getParameter("user");
    // ruleid: java.security.ldap-injection
    context.search("ou=people", "(uid=" + user + ")", new SearchControls());
    InitialDirContext other = new InitialDirContext();
    // ruleid: java.security.ldap-injection
    other.search("ou=" + request.getParameter("unit"), "(uid=root)", new SearchControls());
    // ruleid: java.security.ldap-injection
    new LdapName("uid=" + user);
    // ok: java.security.ldap-injection
    context.search("ou=people", "(uid={0})", new Object[] {user}, new SearchControls());
    // ok: java.security.ldap-injection
    context.search("ou=people", "(uid=" + LdapEncoder.filterEncode(user) + ")", new SearchControls());
    // ok: java.security.ldap-injection
    context.lookup("java:comp/env/jdbc/main");
  }

  void count(HttpServletRequest request) throws NamingException {
    int unit = Integer.parseInt(request.getParameter("unit"));
    // ok: java.security.ldap-injection
    context.search("ou=people", "(unit=" + unit + ")", new SearchControls());
  }
}
