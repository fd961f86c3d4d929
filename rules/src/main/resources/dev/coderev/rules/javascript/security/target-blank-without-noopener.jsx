export function Links({ url, rel }) {
  return (
    <p>
      {/* ruleid: javascript.security.target-blank-without-noopener */}
      <a href={url} target="_blank">one</a>
      {/* ruleid: javascript.security.target-blank-without-noopener */}
      <a className="x" target="_blank" href={url}>two</a>
      {/* ok: javascript.security.target-blank-without-noopener */}
      <a href={url} target="_blank" rel="noopener noreferrer">three</a>
      {/* ok: javascript.security.target-blank-without-noopener */}
      <a href={url}>four</a>
      {/* ok: javascript.security.target-blank-without-noopener */}
      <a href={url} target="_blank" rel={rel}>five</a>
    </p>
  );
}
