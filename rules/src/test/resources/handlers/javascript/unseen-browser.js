// ruleid: javascript.security.dom-xss
document.getElementById('a').innerHTML = location.hash.slice(1);
// ok: javascript.security.dom-xss
document.getElementById('a').textContent = location.hash.slice(1);
const params = new URLSearchParams(window.location.search);
// ruleid: javascript.security.dom-xss
document.write('<p>' + params.get('n') + '</p>');
// ruleid: javascript.security.dom-xss
$('#b').html(params.get('n'));
// ok: javascript.security.dom-xss
$('#b').text(params.get('n'));
// ruleid: javascript.security.dom-xss
document.body.insertAdjacentHTML('beforeend', decodeURIComponent(location.search));
// ok: javascript.security.dom-xss
document.getElementById('a').innerHTML = DOMPurify.sanitize(location.hash);
// ruleid: javascript.security.client-redirect
window.location.href = params.get('next');
const next = params.get('next');
// ok: javascript.security.client-redirect
if (next.startsWith('/') && !next.startsWith('//')) window.location.assign(next);

setTimeout('go("' + params.get('n') + '")', 10);
// ruleid: javascript.security.message-without-origin-check
window.addEventListener('message', (event) => {
  // ruleid: javascript.security.dom-xss
  document.getElementById('c').innerHTML = event.data;
});
window.addEventListener('message', (event) => {
  if (event.origin !== 'https://example.org') return;
  // ok: javascript.security.message-without-origin-check
  document.getElementById('c').textContent = event.data;
});
