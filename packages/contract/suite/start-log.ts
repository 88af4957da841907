import { readLog, startLog } from "../src/exchange-log.ts";

/** The coverage of a run is that run's alone. At its end it says how much it has seen, and how fast. */
export default function begin(): () => void {
  startLog();
  const started = performance.now();
  return () => {
    const seconds = (performance.now() - started) / 1000;
    const count = readLog().length;
    const speed = Math.round(count / seconds);
    console.log(`${count} exchanges found good in ${seconds.toFixed(1)} s: ${speed} a second.`);
  };
}
