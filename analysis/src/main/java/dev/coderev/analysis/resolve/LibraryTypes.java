package dev.coderev.analysis.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is public knowledge of types of Java libraries: which are special kinds of which, and what
 * their methods give. Only types that rules ask for are listed.
 */
public final class LibraryTypes {
  /** A type, then the types below it, all of them. */
  private static final String BELOW =
      """
      java.sql.Statement: java.sql.PreparedStatement java.sql.CallableStatement
      java.sql.PreparedStatement: java.sql.CallableStatement
      java.sql.ResultSet: javax.sql.RowSet javax.sql.rowset.CachedRowSet javax.sql.rowset.JdbcRowSet javax.sql.rowset.WebRowSet
      javax.naming.Context: javax.naming.InitialContext javax.naming.directory.DirContext javax.naming.directory.InitialDirContext javax.naming.ldap.LdapContext javax.naming.ldap.InitialLdapContext javax.naming.event.EventContext javax.naming.event.EventDirContext
      javax.naming.directory.DirContext: javax.naming.directory.InitialDirContext javax.naming.ldap.LdapContext javax.naming.ldap.InitialLdapContext javax.naming.event.EventDirContext
      javax.servlet.ServletRequest: javax.servlet.http.HttpServletRequest javax.servlet.ServletRequestWrapper javax.servlet.http.HttpServletRequestWrapper
      jakarta.servlet.ServletRequest: jakarta.servlet.http.HttpServletRequest jakarta.servlet.ServletRequestWrapper jakarta.servlet.http.HttpServletRequestWrapper org.springframework.web.multipart.MultipartHttpServletRequest
      javax.servlet.http.HttpServletRequest: javax.servlet.http.HttpServletRequestWrapper
      jakarta.servlet.http.HttpServletRequest: jakarta.servlet.http.HttpServletRequestWrapper org.springframework.web.multipart.MultipartHttpServletRequest
      javax.servlet.ServletResponse: javax.servlet.http.HttpServletResponse javax.servlet.http.HttpServletResponseWrapper
      jakarta.servlet.ServletResponse: jakarta.servlet.http.HttpServletResponse jakarta.servlet.http.HttpServletResponseWrapper
      javax.servlet.http.HttpServletResponse: javax.servlet.http.HttpServletResponseWrapper
      jakarta.servlet.http.HttpServletResponse: jakarta.servlet.http.HttpServletResponseWrapper
      java.net.URLConnection: java.net.HttpURLConnection java.net.JarURLConnection javax.net.ssl.HttpsURLConnection
      java.net.HttpURLConnection: javax.net.ssl.HttpsURLConnection
      java.net.Socket: javax.net.ssl.SSLSocket
      java.net.ServerSocket: javax.net.ssl.SSLServerSocket
      java.lang.ClassLoader: java.net.URLClassLoader java.security.SecureClassLoader groovy.lang.GroovyClassLoader
      java.io.ObjectInput: java.io.ObjectInputStream
      javax.jms.Message: javax.jms.TextMessage javax.jms.ObjectMessage javax.jms.MapMessage javax.jms.BytesMessage
      javax.persistence.EntityManager: org.hibernate.Session
      jakarta.persistence.EntityManager: org.hibernate.Session
      org.hibernate.SharedSessionContract: org.hibernate.Session org.hibernate.StatelessSession
      org.springframework.jdbc.core.JdbcOperations: org.springframework.jdbc.core.JdbcTemplate
      org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations: org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate
      org.springframework.web.client.RestOperations: org.springframework.web.client.RestTemplate
      org.springframework.ldap.core.LdapOperations: org.springframework.ldap.core.LdapTemplate
      org.springframework.expression.ExpressionParser: org.springframework.expression.spel.standard.SpelExpressionParser org.springframework.expression.common.TemplateAwareExpressionParser
      org.dom4j.Node: org.dom4j.Document org.dom4j.Element org.dom4j.Branch org.dom4j.Attribute org.dom4j.Namespace org.dom4j.tree.AbstractNode
      org.slf4j.Logger: org.slf4j.spi.LocationAwareLogger
      org.apache.logging.log4j.Logger: org.apache.logging.log4j.spi.ExtendedLogger
      com.unboundid.ldap.sdk.LDAPInterface: com.unboundid.ldap.sdk.LDAPConnection com.unboundid.ldap.sdk.LDAPConnectionPool
      org.apache.directory.ldap.client.api.LdapConnection: org.apache.directory.ldap.client.api.LdapNetworkConnection
      org.apache.http.client.HttpClient: org.apache.http.impl.client.CloseableHttpClient org.apache.http.impl.client.DefaultHttpClient
      org.apache.http.client.methods.HttpRequestBase: org.apache.http.client.methods.HttpGet org.apache.http.client.methods.HttpPost org.apache.http.client.methods.HttpPut org.apache.http.client.methods.HttpDelete org.apache.http.client.methods.HttpHead org.apache.http.client.methods.HttpOptions org.apache.http.client.methods.HttpPatch org.apache.http.client.methods.HttpTrace
      groovy.text.TemplateEngine: groovy.text.SimpleTemplateEngine groovy.text.GStringTemplateEngine groovy.text.markup.MarkupTemplateEngine
      javax.xml.parsers.SAXParserFactory: org.apache.xerces.jaxp.SAXParserFactoryImpl
      javax.xml.stream.XMLInputFactory: com.ctc.wstx.stax.WstxInputFactory
      javax.xml.transform.TransformerFactory: javax.xml.transform.sax.SAXTransformerFactory
      """;

  /** A method, then the type of what it gives. */
  private static final String GIVES =
      """
      java.sql.DriverManager.getConnection: java.sql.Connection
      javax.sql.DataSource.getConnection: java.sql.Connection
      java.sql.Connection.createStatement: java.sql.Statement
      java.sql.Connection.prepareStatement: java.sql.PreparedStatement
      java.sql.Connection.prepareCall: java.sql.CallableStatement
      java.sql.Statement.executeQuery: java.sql.ResultSet
      java.sql.Statement.getResultSet: java.sql.ResultSet
      java.sql.Statement.getConnection: java.sql.Connection
      javax.servlet.http.HttpServletRequest.getSession: javax.servlet.http.HttpSession
      jakarta.servlet.http.HttpServletRequest.getSession: jakarta.servlet.http.HttpSession
      javax.servlet.http.HttpServletRequest.getPart: javax.servlet.http.Part
      jakarta.servlet.http.HttpServletRequest.getPart: jakarta.servlet.http.Part
      javax.servlet.ServletRequest.getServletContext: javax.servlet.ServletContext
      jakarta.servlet.ServletRequest.getServletContext: jakarta.servlet.ServletContext
      javax.servlet.http.HttpSession.getServletContext: javax.servlet.ServletContext
      jakarta.servlet.http.HttpSession.getServletContext: jakarta.servlet.ServletContext
      javax.servlet.ServletConfig.getServletContext: javax.servlet.ServletContext
      jakarta.servlet.ServletConfig.getServletContext: jakarta.servlet.ServletContext
      javax.servlet.ServletResponse.getOutputStream: javax.servlet.ServletOutputStream
      jakarta.servlet.ServletResponse.getOutputStream: jakarta.servlet.ServletOutputStream
      javax.servlet.jsp.PageContext.getRequest: javax.servlet.ServletRequest
      javax.servlet.jsp.PageContext.getOut: javax.servlet.jsp.JspWriter
      jakarta.servlet.jsp.PageContext.getRequest: jakarta.servlet.ServletRequest
      jakarta.servlet.jsp.PageContext.getOut: jakarta.servlet.jsp.JspWriter
      javax.servlet.jsp.JspContext.getOut: javax.servlet.jsp.JspWriter
      jakarta.servlet.jsp.JspContext.getOut: jakarta.servlet.jsp.JspWriter
      javax.faces.context.FacesContext.getCurrentInstance: javax.faces.context.FacesContext
      jakarta.faces.context.FacesContext.getCurrentInstance: jakarta.faces.context.FacesContext
      javax.faces.context.FacesContext.getExternalContext: javax.faces.context.ExternalContext
      jakarta.faces.context.FacesContext.getExternalContext: jakarta.faces.context.ExternalContext
      javax.faces.context.FacesContext.getResponseWriter: javax.faces.context.ResponseWriter
      jakarta.faces.context.FacesContext.getResponseWriter: jakarta.faces.context.ResponseWriter
      javax.faces.context.FacesContext.getResponseStream: javax.faces.context.ResponseStream
      jakarta.faces.context.FacesContext.getResponseStream: jakarta.faces.context.ResponseStream
      java.lang.Runtime.getRuntime: java.lang.Runtime
      java.lang.System.console: java.io.Console
      java.lang.Class.getClassLoader: java.lang.ClassLoader
      java.lang.ClassLoader.getSystemClassLoader: java.lang.ClassLoader
      java.net.URL.openConnection: java.net.URLConnection
      java.net.ServerSocket.accept: java.net.Socket
      java.net.URI.create: java.net.URI
      java.net.URI.toURL: java.net.URL
      java.net.URI.resolve: java.net.URI
      java.net.URL.toURI: java.net.URI
      java.nio.file.Path.of: java.nio.file.Path
      java.nio.file.Paths.get: java.nio.file.Path
      java.nio.file.Path.resolve: java.nio.file.Path
      java.nio.file.Path.normalize: java.nio.file.Path
      java.nio.file.Path.toAbsolutePath: java.nio.file.Path
      java.nio.file.Path.toFile: java.io.File
      java.io.File.toPath: java.nio.file.Path
      java.io.File.getParentFile: java.io.File
      java.io.File.getAbsoluteFile: java.io.File
      java.io.File.getCanonicalFile: java.io.File
      java.util.regex.Pattern.compile: java.util.regex.Pattern
      java.util.regex.Pattern.matcher: java.util.regex.Matcher
      javax.xml.xpath.XPathFactory.newInstance: javax.xml.xpath.XPathFactory
      javax.xml.xpath.XPathFactory.newXPath: javax.xml.xpath.XPath
      javax.xml.transform.TransformerFactory.newInstance: javax.xml.transform.TransformerFactory
      javax.xml.parsers.DocumentBuilderFactory.newInstance: javax.xml.parsers.DocumentBuilderFactory
      javax.xml.parsers.DocumentBuilderFactory.newDocumentBuilder: javax.xml.parsers.DocumentBuilder
      javax.xml.parsers.SAXParserFactory.newInstance: javax.xml.parsers.SAXParserFactory
      javax.xml.parsers.SAXParserFactory.newSAXParser: javax.xml.parsers.SAXParser
      javax.xml.parsers.SAXParser.getXMLReader: org.xml.sax.XMLReader
      javax.xml.bind.JAXBContext.createUnmarshaller: javax.xml.bind.Unmarshaller
      jakarta.xml.bind.JAXBContext.createUnmarshaller: jakarta.xml.bind.Unmarshaller
      javax.script.ScriptEngineManager.getEngineByName: javax.script.ScriptEngine
      javax.script.ScriptEngineManager.getEngineByExtension: javax.script.ScriptEngine
      javax.persistence.EntityManagerFactory.createEntityManager: javax.persistence.EntityManager
      jakarta.persistence.EntityManagerFactory.createEntityManager: jakarta.persistence.EntityManager
      org.hibernate.SessionFactory.openSession: org.hibernate.Session
      org.hibernate.SessionFactory.getCurrentSession: org.hibernate.Session
      org.slf4j.LoggerFactory.getLogger: org.slf4j.Logger
      org.apache.logging.log4j.LogManager.getLogger: org.apache.logging.log4j.Logger
      java.util.logging.Logger.getLogger: java.util.logging.Logger
      org.apache.commons.jexl3.JexlBuilder.create: org.apache.commons.jexl3.JexlEngine
      org.springframework.web.context.request.ServletRequestAttributes.getRequest: jakarta.servlet.http.HttpServletRequest
      """;

  private static final Map<String, Set<String>> SPECIAL = new HashMap<>();
  private static final Map<String, String> RESULTS = new HashMap<>();

  /** Full names by their last part. */
  private static final Map<String, Set<String>> BY_NAME = new HashMap<>();

  /** The last parts of the methods whose results are known. */
  private static final Set<String> METHODS;

  static {
    BELOW
        .lines()
        .forEach(line -> {
          String[] parts = line.split(":? ", -1);
          Set<String> below = new LinkedHashSet<>(List.of(parts).subList(1, parts.length));
          SPECIAL.put(parts[0], below);
          name(parts[0]);
          below.forEach(LibraryTypes::name);
        });
    Set<String> methods = new LinkedHashSet<>();
    GIVES
        .lines()
        .forEach(line -> {
          String[] parts = line.split(": ", -1);
          RESULTS.put(parts[0], parts[1]);
          int method = parts[0].lastIndexOf('.');
          methods.add(parts[0].substring(method + 1));
          name(parts[0].substring(0, method));
          name(parts[1]);
        });
    METHODS = Set.copyOf(methods);
  }

  private LibraryTypes() {}

  private static void name(String type) {
    BY_NAME.computeIfAbsent(lastPart(type), _ -> new LinkedHashSet<>()).add(type);
  }

  /** The types that are special kinds of a type; empty where none are known. */
  public static Set<String> below(String type) {
    return SPECIAL.getOrDefault(type, Set.of());
  }

  /** The known types of a simple name. */
  static Set<String> named(String simple) {
    return BY_NAME.getOrDefault(simple, Set.of());
  }

  /** Whether some listed type has a method of this name. */
  static boolean hasMethod(String name) {
    return METHODS.contains(name);
  }

  /** The type of what a method gives, which the type or one above it may declare. */
  static Optional<String> result(String type, String method) {
    String own = RESULTS.get(type + "." + method);
    if (own != null) {
      return Optional.of(own);
    }
    return SPECIAL.entrySet().stream()
        .filter(above -> above.getValue().contains(type))
        .flatMap(above -> Optional.ofNullable(RESULTS.get(above.getKey() + "." + method)).stream())
        .findFirst();
  }

  /**
   * Words of which a file must contain one to have an expression of this type: its name, that of a
   * type below it, or that of a method which gives one.
   */
  public static List<String> words(String type) {
    Set<String> types = new LinkedHashSet<>(Set.of(type));
    types.addAll(below(type));
    Set<String> words = new LinkedHashSet<>();
    types.forEach(one -> words.add(lastPart(one)));
    RESULTS.forEach((method, result) -> {
      if (types.contains(result)) {
        words.add(lastPart(method));
      }
    });
    return new ArrayList<>(words).stream().sorted().toList();
  }

  private static String lastPart(String dotted) {
    return dotted.substring(dotted.lastIndexOf('.') + 1);
  }
}
