export function List<T>({ items, render }: Props<T>): JSX.Element {
  const [open, setOpen] = useState<boolean>(false);
  return (
    <ul className="list" onClick={() => setOpen(!open)}>
      {items.map((item) => <Item key={item.id} {...item}>text &amp; more</Item>)}
      <ui.Button<T> disabled />
    </ul>
  );
}
