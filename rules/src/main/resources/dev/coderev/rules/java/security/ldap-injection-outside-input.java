import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import org.springframework.ldap.support.LdapEncoder;

class Importer {
  void look(DirContext directory, SearchControls controls) throws IOException, NamingException {
    try (BufferedReader names = new BufferedReader(new FileReader("names.txt"))) {
      String name = names.readLine();
      // ruleid: java.security.ldap-injection-outside-input
      directory.search("ou=people", "(cn=" + name + ")", controls);
      // ok: java.security.ldap-injection-outside-input
      directory.search("ou=people", "(cn=" + LdapEncoder.filterEncode(name) + ")", controls);
      // ok: java.security.ldap-injection-outside-input
      directory.search("ou=people", "(cn={0})", new Object[] {name}, controls);
    }
  }
}
