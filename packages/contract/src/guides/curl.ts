/** What a curl line sends. */
export interface CurlCall {
  method: string;
  url: URL;
  headers: Record<string, string>;
  /** JSON, as written. */
  body?: string;
  /** The fields of a form; a value that begins with `@` is a file. */
  form?: [name: string, value: string][];
}

/**
 * Reads the curl lines of a sample: `-X`, `-H`, `-d`, `-F`, `-u`, quotes and continued lines.
 *
 * @throws Error for an option that it does not know.
 */
export function curlCalls(shell: string): CurlCall[] {
  const commands = commandsOf(shell).filter(([command]) => command === "curl");
  return commands.map(([, ...words]) => curlCall(words));
}

function curlCall(words: string[]): CurlCall {
  let method: string | undefined;
  let url: string | undefined;
  const headers: Record<string, string> = {};
  const form: [string, string][] = [];
  let body: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("-")) {
      url = word;
      continue;
    }
    const value = words[++at] ?? "";
    const [name = "", rest = ""] = value.split(/[:=](.*)/s, 2);
    if (word === "-X") method = value;
    else if (word === "-H") headers[name.toLowerCase()] = rest.trim();
    else if (word === "-u") headers.authorization = `Basic ${btoa(value)}`;
    else if (word === "-d") body = value;
    else if (word === "-F") form.push([name, rest]);
    else throw new Error(`curl ${word} is not understood here.`);
  }
  if (url === undefined) throw new Error("curl has no URL.");
  const sends = body !== undefined || form.length > 0;
  return {
    method: method ?? (sends ? "POST" : "GET"),
    url: new URL(url),
    headers,
    ...(body !== undefined && { body }),
    ...(form.length > 0 && { form }),
  };
}

/** The commands of a piece of shell, each as its words. */
function commandsOf(shell: string): string[][] {
  const commands: string[][] = [[]];
  const token = /\\\n|\n|[^\S\n]+|#[^\n]*|((?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+)/gs;
  for (const [text, word] of shell.matchAll(token)) {
    if (text === "\n") commands.push([]);
    else if (word !== undefined) commands.at(-1)?.push(unquote(word));
  }
  return commands;
}

const unquote = (word: string): string =>
  word.replace(
    /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs,
    (_, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replace(/\\(.)/gs, "$1") ?? escaped ?? "",
  );
