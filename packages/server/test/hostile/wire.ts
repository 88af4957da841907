import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** An answer as it came over a socket. */
export interface Answer {
  status: number;
  headers: Map<string, string>;
  /** Parsed, or undefined where there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into any answer
  body: any;
}

/** A connection on which anything can be sent. */
export interface Wire {
  socket: Socket;
  /** What the server has sent when it closes the connection. */
  answers(): Promise<Answer[]>;
}

export async function openWire(url: string): Promise<Wire> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  // A server may close while one still writes.
  socket.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  await once(socket, "connect");
  return {
    socket,
    async answers() {
      await closed;
      return readAnswers(Buffer.concat(chunks));
    },
  };
}

/** Sends bytes, and waits until the server closes the connection. */
export async function exchange(url: string, bytes: string | Uint8Array): Promise<Answer[]> {
  const { socket, answers } = await openWire(url);
  socket.write(bytes);
  return await answers();
}

function readAnswers(bytes: Buffer): Answer[] {
  const answers: Answer[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const end = rest.indexOf("\r\n\r\n");
    const [first = "", ...lines] = rest.subarray(0, end).toString().split("\r\n");
    const headers = new Map(
      lines.map((line): [string, string] => [
        line.slice(0, line.indexOf(":")).toLowerCase(),
        line.slice(line.indexOf(":") + 1).trim(),
      ]),
    );
    const length = Number(headers.get("content-length") ?? 0);
    const text = rest.subarray(end + 4, end + 4 + length).toString();
    // The answer to HEAD says how long it would be, and is not there.
    const body = text === "" ? undefined : (JSON.parse(text) as unknown);
    answers.push({ status: Number(first.split(" ")[1]), headers, body });
    rest = rest.subarray(end + 4 + length);
  }
  return answers;
}
