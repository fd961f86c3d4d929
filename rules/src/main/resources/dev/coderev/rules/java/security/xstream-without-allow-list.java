import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.io.xml.StaxDriver;

class Settings {
  void open(String xml) {
    // ruleid: java.security.xstream-without-allow-list
    XStream xstream = new XStream();
    xstream.fromXML(xml);
  }

  void driver(String xml) {
    // ruleid: java.security.xstream-without-allow-list
    XStream xstream = new XStream(new StaxDriver());
    xstream.alias("settings", Settings.class);
    xstream.fromXML(xml);
  }

  void restricted(String xml) {
    // ok: java.security.xstream-without-allow-list
    XStream xstream = new XStream();
    xstream.allowTypes(new Class<?>[] {Settings.class});
    xstream.fromXML(xml);
  }

  String write() {
    // ok: java.security.xstream-without-allow-list
    XStream xstream = new XStream();
    return xstream.toXML(this);
  }
}
