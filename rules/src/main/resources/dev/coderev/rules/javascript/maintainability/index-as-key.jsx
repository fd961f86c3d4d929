export function Rows({ rows }) {
  return (
    <ul>
      {rows.map((row, index) => (
        // ruleid: javascript.maintainability.index-as-key
        <li key={index}>{row.name}</li>
      ))}
      {rows.map((row, i) => {
        // ruleid: javascript.maintainability.index-as-key
        return <Row key={i} row={row} />;
      })}
      {rows.map((row) => (
        // ok: javascript.maintainability.index-as-key
        <li key={row.id}>{row.name}</li>
      ))}
      {rows.map((row, index) => (
        // ok: javascript.maintainability.index-as-key
        <li key={row.id} data-index={index}>{row.name}</li>
      ))}
    </ul>
  );
}

function Row({ row }) {
  return <li>{row.name}</li>;
}
