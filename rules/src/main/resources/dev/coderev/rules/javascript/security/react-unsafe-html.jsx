import DOMPurify from "dompurify";

export function Comment({ text, html }) {
  const clean = DOMPurify.sanitize(html);
  return (
    <div>
      {/* ruleid: javascript.security.react-unsafe-html */}
      <p dangerouslySetInnerHTML={{ __html: text }} />
      {/* ruleid: javascript.security.react-unsafe-html */}
      <p className="note" dangerouslySetInnerHTML={{ __html: "<b>" + html + "</b>" }} />
      {/* ok: javascript.security.react-unsafe-html */}
      <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(html) }} />
      {/* ok: javascript.security.react-unsafe-html */}
      <p dangerouslySetInnerHTML={{ __html: "<b>fixed</b>" }} />
      {/* ok: javascript.security.react-unsafe-html */}
      <p title={clean}>{text}</p>
    </div>
  );
}
