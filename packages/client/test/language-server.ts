import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));

/** The server that editors ask what to show. */
export interface LanguageServer {
  /**
   * What is shown over places of a program that is in no file.
   *
   * @param path where the program would be, which decides on the project that it is of
   * @param text the program
   * @param offsets of the places in the text
   */
  hover(path: string, text: string, offsets: number[]): Promise<string[]>;
  stop(): Promise<void>;
}

interface Message {
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

/** Starts the language server of the TypeScript that the package is built with. */
export async function startLanguageServer(root: string): Promise<LanguageServer> {
  const server = spawn(process.execPath, [join(typescript, "bin/tsc"), "--lsp", "--stdio"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const send = (message: Message) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const request = (method: string, params: unknown) => {
    const id = waiting.size;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(id, answer);
    send({ id, method, params });
    return answer.promise;
  };
  const receive = ({ id, method, result, error }: Message) => {
    // It asks for settings; there are none.
    if (method !== undefined) return id !== undefined && send({ id, result: null });
    if (error) waiting.get(Number(id))?.reject(new Error(error.message));
    else waiting.get(Number(id))?.resolve(result);
  };

  server.once("exit", () => {
    for (const answer of waiting.values()) answer.reject(new Error("The language server has ended."));
  });
  let buffer = Buffer.alloc(0);
  server.stdout.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const start = buffer.indexOf("\r\n\r\n") + 4;
      const length = Number(/Content-Length: (\d+)/.exec(buffer.toString("latin1", 0, start))?.[1]);
      if (start < 4 || buffer.length < start + length) return;
      const text = buffer.toString("utf8", start, start + length);
      buffer = buffer.subarray(start + length);
      receive(JSON.parse(text));
    }
  });

  const capabilities = { textDocument: { hover: { contentFormat: ["plaintext"] } } };
  await request("initialize", { processId: null, rootUri: pathToFileURL(root).href, capabilities });
  send({ method: "initialized", params: {} });
  return {
    async hover(path, text, offsets) {
      const uri = pathToFileURL(path).href;
      send({
        method: "textDocument/didOpen",
        params: { textDocument: { uri, languageId: "typescript", version: 1, text } },
      });
      const shown: string[] = [];
      for (const offset of offsets) {
        const before = text.slice(0, offset).split("\n");
        const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
        const answer = await request("textDocument/hover", { textDocument: { uri }, position });
        shown.push((answer as { contents: { value: string } } | null)?.contents.value ?? "");
      }
      send({ method: "textDocument/didClose", params: { textDocument: { uri } } });
      return shown;
    },
    async stop() {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      await request("shutdown", undefined);
      send({ method: "exit" });
      server.stdin.end();
      await ended;
    },
  };
}
