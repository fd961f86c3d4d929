// ruleid: javascript.security.message-without-origin-check
window.addEventListener("message", (event) => {
  document.title = event.data.title;
});

// ruleid: javascript.security.message-without-origin-check
window.addEventListener("message", function (e) {
  const order = e.data;
  console.log(order);
});

// ok: javascript.security.message-without-origin-check
window.addEventListener("message", (event) => {
  if (event.origin !== "https://shop.example.org") {
    return;
  }
  document.title = event.data.title;
});

// ok: javascript.security.message-without-origin-check
window.addEventListener("message", () => console.log("something arrived"));

// ok: javascript.security.message-without-origin-check
window.addEventListener("resize", (event) => console.log(event.data));
