function login(user, password, config) {
  // ruleid: javascript.security.secret-in-log
  console.log("login", user, password);
  // ruleid: javascript.security.secret-in-log
  console.debug(`using ${config.apiKey}`);
  // ruleid: javascript.security.secret-in-log
  console.log("password: " + password);
  // ok: javascript.security.secret-in-log
  console.log("login", user);
  // ok: javascript.security.secret-in-log
  console.log("the password was changed");
  // ok: javascript.security.secret-in-log
  console.log(password.length);
  // ok: javascript.security.secret-in-log
  localStorage.setItem("user", user);
}

module.exports = { login };
