package shop.web;

import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.logging.Logger;
import java.util.regex.*;
import java.util.stream.*;
import java.util.zip.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.*;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.*;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import javax.xml.xpath.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.view.RedirectView;
import javax.persistence.EntityManager;
import org.xml.sax.InputSource;

class Directory extends HttpServlet {
  void find(HttpServletRequest request, DirContext ctx) throws Exception {
    String filter = "(&(objectClass=person)(uid=" + request.getParameter("u") + "))";
    // ruleid: java.security.ldap-injection
    ctx.search("ou=people", filter, new SearchControls());
  }
  void findBound(HttpServletRequest request, DirContext ctx) throws Exception {
    // ok: java.security.ldap-injection
    ctx.search("ou=people", "(uid={0})", new Object[] {request.getParameter("u")}, new SearchControls());
  }
  void findName(HttpServletRequest request, InitialDirContext ctx) throws Exception {
    // ruleid: java.security.ldap-injection
    ctx.search("ou=" + request.getParameter("ou"), "(uid=a)", new SearchControls());
  }
  void findEncoded(HttpServletRequest request, DirContext ctx) throws Exception {
    String u = org.owasp.esapi.ESAPI.encoder().encodeForLDAP(request.getParameter("u"));
    // ok: java.security.ldap-injection
    ctx.search("ou=people", "(uid=" + u + ")", new SearchControls());
  }
  void lookup(HttpServletRequest request) throws Exception {
    // ruleid: java.security.jndi-injection
    new InitialContext().lookup(request.getParameter("name"));
  }
  void xpath(HttpServletRequest request, org.w3c.dom.Document d) throws Exception {
    XPath x = XPathFactory.newInstance().newXPath();
    // ruleid: java.security.xpath-injection
    x.evaluate("//user[@name='" + request.getParameter("u") + "']", d);
  }
  void xpathCompiled(HttpServletRequest request, org.w3c.dom.Document d) throws Exception {
    XPath x = XPathFactory.newInstance().newXPath();
    // ruleid: java.security.xpath-injection
    XPathExpression e = x.compile("//user[@name='" + request.getParameter("u") + "']");
    e.evaluate(d);
  }
  void xpathVariable(HttpServletRequest request, org.w3c.dom.Document d) throws Exception {
    XPath x = XPathFactory.newInstance().newXPath();
    String u = request.getParameter("u");
    x.setXPathVariableResolver(name -> u);
    // ok: java.security.xpath-injection
    x.evaluate("//user[@name=$u]", d);
  }
  void xml(HttpServletRequest request) throws Exception {
    DocumentBuilder b = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    // ruleid: java.security.xml-external-entities
    b.parse(request.getInputStream());
  }
  void xmlSafe(HttpServletRequest request) throws Exception {
    DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
    f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: java.security.xml-external-entities
    f.newDocumentBuilder().parse(request.getInputStream());
  }
  void xmlWrongFeature(HttpServletRequest request) throws Exception {
    SAXParserFactory f = SAXParserFactory.newInstance();
    f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
    // ruleid: java.security.xml-external-entities
    f.newSAXParser().parse(request.getInputStream(), new org.xml.sax.helpers.DefaultHandler());
  }
  void stax(HttpServletRequest request) throws Exception {
    XMLInputFactory f = XMLInputFactory.newInstance();
    // ruleid: java.security.xml-external-entities
    f.createXMLStreamReader(request.getInputStream());
  }
  void staxSafe(HttpServletRequest request) throws Exception {
    XMLInputFactory f = XMLInputFactory.newFactory();
    f.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    f.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // ok: java.security.xml-external-entities
    f.createXMLStreamReader(request.getInputStream());
  }
  void sax(HttpServletRequest request) throws Exception {
    // ruleid: java.security.xml-external-entities
    new org.jdom2.input.SAXBuilder().build(request.getInputStream());
  }
  void object(HttpServletRequest request) throws Exception {
    ObjectInputStream in = new ObjectInputStream(request.getInputStream());
    // ruleid: java.security.unsafe-deserialization
    Object o = in.readObject();
  }
  void objectFiltered(HttpServletRequest request) throws Exception {
    ObjectInputStream in = new ObjectInputStream(request.getInputStream());
    in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.web.*;!*"));
    // ok: java.security.unsafe-deserialization
    Object o = in.readObject();
  }
  void decoded(HttpServletRequest request) throws Exception {
    byte[] b = Base64.getDecoder().decode(request.getParameter("state"));
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(b))) {
      // ruleid: java.security.unsafe-deserialization
      in.readObject();
    }
  }
  void xmlDecoder(HttpServletRequest request) throws Exception {
    // ruleid: java.security.unsafe-deserialization
    new java.beans.XMLDecoder(request.getInputStream()).readObject();
  }
  void classByName(HttpServletRequest request) throws Exception {
    // ruleid: java.security.unsafe-reflection
    Class.forName(request.getParameter("c")).getDeclaredConstructor().newInstance();
  }
  void script(HttpServletRequest request) throws Exception {
    javax.script.ScriptEngine e = new javax.script.ScriptEngineManager().getEngineByName("javascript");
    // ruleid: java.security.script-injection
    e.eval("1 + " + request.getParameter("x"));
  }
  void spel(HttpServletRequest request) {
    // ruleid: java.security.expression-injection
    new org.springframework.expression.spel.standard.SpelExpressionParser().parseExpression(request.getParameter("x")).getValue();
  }
  void connect(HttpServletRequest request) throws Exception {
    URL u = new URL(request.getParameter("u"));
    // ruleid: java.security.server-side-request-forgery
    u.openConnection().getInputStream();
  }
  void connectPath(HttpServletRequest request) throws Exception {
    URL u = new URL("https://cdn.example.org/i/" + URLEncoder.encode(request.getParameter("u"), "UTF-8"));
    // ok: java.security.server-side-request-forgery
    u.openStream();
  }
  void httpClient(HttpServletRequest request) throws Exception {
    // ruleid: java.security.server-side-request-forgery
    java.net.http.HttpRequest r = java.net.http.HttpRequest.newBuilder().uri(URI.create(request.getParameter("u"))).build();
    java.net.http.HttpClient.newHttpClient().send(r, java.net.http.HttpResponse.BodyHandlers.ofString());
  }
  void regex(HttpServletRequest request) {
    // ruleid: java.security.regex-from-request
    Pattern.compile(request.getParameter("re")).matcher("aaa").matches();
  }
  void regexQuoted(HttpServletRequest request) {
    // ok: java.security.regex-from-request
    Pattern.compile(Pattern.quote(request.getParameter("re"))).matcher("aaa").matches();
  }
}
