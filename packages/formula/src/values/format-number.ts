import { EvaluationFailure } from "../evaluate/context.ts";

const MAX_PLACES = 12;

const BYTE_UNITS = {
  bytes_decimal: { step: 1000, names: ["B", "kB", "MB", "GB", "TB", "PB"] },
  bytes_binary: { step: 1024, names: ["B", "KiB", "MiB", "GiB", "TiB", "PiB"] },
};

/**
 * A number as people in America write it, which is how Notion formats whatever the currency: `R$282,536.47`.
 *
 * @param places Decimal places, from 0 to 12; those that the format has when not told.
 * @throws EvaluationFailure for an unknown format.
 */
export function formatNumber(value: number, name: string, places?: number): string {
  const digits = places === undefined ? undefined : Math.min(MAX_PLACES, Math.max(0, Math.trunc(places)));
  const exactly =
    digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const write = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat("en-US", { ...options, ...exactly }).format(value);
  switch (name) {
    case "commas":
      return write({ maximumFractionDigits: MAX_PLACES });
    case "percent":
      return write({ style: "percent", maximumFractionDigits: MAX_PLACES - 2 });
    case "humanize":
    case "compact":
      return write({ notation: "compact", maximumFractionDigits: 1 });
    case "bytes_decimal":
    case "bytes_binary":
      return formatBytes(value, BYTE_UNITS[name], digits ?? 2);
    default:
      if (!Intl.supportedValuesOf("currency").includes(name.toUpperCase())) {
        throw new EvaluationFailure(`${JSON.stringify(name)} is no format of numbers.`);
      }
      return write({ style: "currency", currency: name.toUpperCase(), currencyDisplay: "symbol" });
  }
}

function formatBytes(
  value: number,
  { step, names }: { step: number; names: string[] },
  places: number,
): string {
  let rest = value;
  let unit = 0;
  while (Math.abs(rest) >= step && unit + 1 < names.length) {
    rest /= step;
    unit += 1;
  }
  return `${Number(rest.toFixed(places))} ${names[unit]}`;
}
