function shows(event) {
  const field = document.getElementById("name");
  // ruleid: javascript.security.dom-text-as-html
  panel.innerHTML = "<b>" + field.value + "</b>";
  // ruleid: javascript.security.dom-text-as-html
  $("#panel").html($("#name").val());
  // ruleid: javascript.security.dom-text-as-html
  $("#panel").find("p").append($(".row").attr("data-title"));
  const title = document.querySelector("h1").textContent;
  // ruleid: javascript.security.dom-text-as-html
  panel.insertAdjacentHTML("beforeend", `<li>${title}</li>`);
  // ruleid: javascript.security.dom-text-as-html
  $("<p>" + event.target.value + "</p>").appendTo("body");
  // ok: javascript.security.dom-text-as-html
  panel.textContent = field.value;
  // ok: javascript.security.dom-text-as-html
  $("#panel").text($("#name").val());
  // ok: javascript.security.dom-text-as-html
  panel.innerHTML = DOMPurify.sanitize(field.value);
  // ok: javascript.security.dom-text-as-html
  panel.innerHTML = "<b>" + Number(field.value) + "</b>";
  // ok: javascript.security.dom-text-as-html
  list.append(field.value);
  // ok: javascript.security.dom-text-as-html
  panel.innerHTML = other.innerHTML;
}
