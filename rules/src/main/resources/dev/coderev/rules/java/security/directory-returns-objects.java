import javax.naming.directory.SearchControls;

class People {
  SearchControls whole(String[] attributes) {
    // ruleid: java.security.directory-returns-objects
    return new SearchControls(SearchControls.SUBTREE_SCOPE, 10, 1000, attributes, true, false);
  }

  void later(SearchControls controls) {
    // ruleid: java.security.directory-returns-objects
    controls.setReturningObjFlag(true);
  }

  SearchControls attributes(String[] attributes) {
    // ok: java.security.directory-returns-objects
    return new SearchControls(SearchControls.SUBTREE_SCOPE, 10, 1000, attributes, false, false);
  }
}
