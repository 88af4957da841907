import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { templateFile } from "./files.ts";

const run = promisify(execFile);
const manifest = new URL(import.meta.resolve("@redocly/cli/package.json"));

/**
 * Renders a bundle as one HTML file that needs nothing else.
 *
 * @throws Error with what Redocly said when it fails.
 */
export async function renderPage(version: string, bundle: string, output: string): Promise<void> {
  const cli = fileURLToPath(new URL("bin/cli.js", manifest));
  const page = ["--inlineBundle", "--title", `Notion API ${version}`, "--template", templateFile];
  // Off, or the page itself reports every visit to Redocly.
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  try {
    await run(process.execPath, [cli, "build-docs", bundle, "--output", output, ...page], { env });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(`redocly build-docs failed for ${version}:\n${stderr || message}`);
  }
}

/** The version of the renderer; another one may render another page. */
export async function rendererVersion(): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(manifest, "utf8"));
  return version;
}
