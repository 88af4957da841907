import { Unreachable } from "./against.ts";
import { sendTo } from "./send.ts";

/** The control API of a running server of ours. */
export interface Control {
  /** Asks for something below `/_notional/`, and gives whatever is answered. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /**
   * The same, where there is no going on without it.
   *
   * @throws Unreachable when it is refused
   */
  must<T>(method: string, path: string, body?: unknown): Promise<T>;
}

export interface Answer {
  ok: boolean;
  status: number;
  /** An empty object when it is no JSON. */
  body: { message?: string };
}

/**
 * @param url where the server is
 * @param key what it was started with, if anything
 */
export function controlOf(url: string, key: string | undefined): Control {
  const send = sendTo(url);
  const headers = { "content-type": "application/json", ...(key !== undefined && { "x-notional-key": key }) };
  const ask: Control["ask"] = async (method, path, body) => {
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await send(
      new Request(`http://localhost/_notional/${path}`, { method, headers, ...text }),
    );
    const said = (await response.json().catch(() => undefined)) as unknown;
    return { ok: response.ok, status: response.status, body: Object(said) as Answer["body"] };
  };
  return {
    ask,
    async must<T>(method: string, path: string, body?: unknown) {
      const answer = await ask(method, path, body);
      if (answer.ok) return answer.body as T;
      throw new Unreachable(`${url} refuses ${method} /_notional/${path}: ${answer.body.message}`);
    },
  };
}
