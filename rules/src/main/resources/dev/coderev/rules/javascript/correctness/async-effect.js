import React, { useEffect, useState } from "react";

export function Prices() {
  const [prices, setPrices] = useState([]);
  // ruleid: javascript.correctness.async-effect
  useEffect(async () => {
    setPrices(await load());
  }, []);
  // ruleid: javascript.correctness.async-effect
  React.useEffect(async () => {
    await load();
  });
  // ok: javascript.correctness.async-effect
  useEffect(() => {
    const run = async () => setPrices(await load());
    run();
  }, []);
  // ok: javascript.correctness.async-effect
  useEffect(() => setPrices([]), []);
  return prices;
}

async function load() {
  return [];
}
