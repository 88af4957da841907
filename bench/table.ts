/** One line of a benchmark. */
export interface Measurement {
  what: string;
  /** Every run, in milliseconds unless `unit` says otherwise. */
  runs: number[];
  unit?: "bytes" | "count";
  /** What we want to stay below, in the same unit. */
  aim?: number;
  /** Runs of the same program against which this one is a ratio. */
  comparedTo?: number[];
}

/** The middle of the sorted values, the mean of the middle two when their number is even. */
export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Aligned columns: what, median, fastest and slowest, number of runs, aim or ratio. */
export function formatTable(measurements: Measurement[]): string {
  const rows = measurements.map(({ what, runs, unit, aim, comparedTo }) => [
    what,
    print(median(runs), unit),
    `${print(Math.min(...runs), unit)} to ${print(Math.max(...runs), unit)}`,
    `${runs.length} ${runs.length === 1 ? "run" : "runs"}`,
    aim === undefined ? "" : `${median(runs) < aim ? "below" : "ABOVE"} the aim of ${print(aim, unit)}`,
    comparedTo ? `${(median(runs) / median(comparedTo)).toPrecision(3)} times the first` : "",
  ]);
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function print(value: number, unit: Measurement["unit"]): string {
  if (unit === "count") return value.toLocaleString("en");
  if (unit === "bytes")
    return value < 2 ** 20 ? `${(value / 1024).toFixed(1)} KB` : `${(value / 2 ** 20).toFixed(0)} MB`;
  return duration(value);
}

function duration(milliseconds: number): string {
  return milliseconds < 100 ? `${milliseconds.toPrecision(2)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
