import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.beanutils.BeanUtils;

class Accounts {
  void copy(HttpServletRequest request, Object account) throws Exception {
    // ruleid: java.security.properties-from-request
    BeanUtils.populate(account, request.getParameterMap());
  }

  void one(HttpServletRequest request, Object account) throws Exception {
    String name = request.getParameter("property");
    // ruleid: java.security.properties-from-request
    BeanUtils.setProperty(account, name, "1");
  }

  void known(HttpServletRequest request, Object account) throws Exception {
    // ok: java.security.properties-from-request
    BeanUtils.setProperty(account, "city", request.getParameter("city"));
  }
}
