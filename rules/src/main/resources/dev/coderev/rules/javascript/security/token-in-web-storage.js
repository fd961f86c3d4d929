function login(answer) {
  // ruleid: javascript.security.token-in-web-storage
  localStorage.setItem("accessToken", answer.token);
  // ruleid: javascript.security.token-in-web-storage
  window.sessionStorage.setItem("jwt", answer.token);
  // ruleid: javascript.security.token-in-web-storage
  localStorage.password = answer.password;
  // ok: javascript.security.token-in-web-storage
  localStorage.setItem("theme", "dark");
  // ok: javascript.security.token-in-web-storage
  localStorage.removeItem("accessToken");
  // ok: javascript.security.token-in-web-storage
  sessionStorage.setItem("page", answer.page);
}

login({});
