import { basename, extname } from "node:path";
import type { Line } from "../line.ts";
import { readArchive } from "./har.ts";
import { readLines } from "./json-lines.ts";
import { readCassette } from "./vcr.ts";

/**
 * The exchanges of a file, in the format that its name tells.
 *
 * @param file its path; `.har` is an HTTP archive, `.yaml` and `.yml` a VCR cassette, all else JSON lines
 * @param text what it holds
 */
export function linesOf(file: string, text: string): Line[] {
  switch (extname(file)) {
    case ".har":
      return readArchive(text, basename(file));
    case ".yaml":
    case ".yml":
      return readCassette(text, basename(file));
    default:
      return readLines(text);
  }
}
