import React from "react";

export class Cart extends React.Component {
  constructor(props) {
    super(props);
    this.state = { items: [], total: 0 };
    // ok: javascript.correctness.react-state-mutation
    this.state.total = 1;
  }

  add(item) {
    // ruleid: javascript.correctness.react-state-mutation
    this.state.total = this.state.total + 1;
    // ruleid: javascript.correctness.react-state-mutation
    this.state.items.push(item);
    // ok: javascript.correctness.react-state-mutation
    this.setState({ total: 1 });
    // ok: javascript.correctness.react-state-mutation
    this.count = 1;
    // ok: javascript.correctness.react-state-mutation
    return this.state.items.map((entry) => entry.name);
  }
}

export class Plain {
  set() {
    // ok: javascript.correctness.react-state-mutation
    this.state.total = 1;
  }
}
