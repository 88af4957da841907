/** The body of an error as the Notion API sends it; the `request_id` is added when it is sent. */
export interface NotionError {
  object: "error";
  status: number;
  code: string;
  message: string;
}

export function isNotionError(body: unknown): body is NotionError {
  return typeof body === "object" && body !== null && "object" in body && body.object === "error";
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

export function errorAnswer(status: number, code: string, message: string): Answer {
  const body: NotionError = { object: "error", status, code, message };
  return { status, headers: { "content-type": "application/json" }, body };
}

export const invalidRequestUrl = (): Answer =>
  errorAnswer(400, "invalid_request_url", "Invalid request URL.");
export const invalidJson = (): Answer => errorAnswer(400, "invalid_json", "Error parsing JSON body.");
export const unauthorized = (): Answer => errorAnswer(401, "unauthorized", "API token is invalid.");
/** The operations of OAuth answer so to a client that nobody knows, in the form of RFC 6749. */
export const invalidClient = (): Answer => ({
  status: 401,
  headers: { "content-type": "application/json", "www-authenticate": 'Basic realm="OAuth"' },
  body: { error: "invalid_client" },
});
export const invalidRequest = (what: string): Answer =>
  errorAnswer(400, "invalid_request", `Unsupported request: ${what}`);
export const validationError = (message: string): Answer => errorAnswer(400, "validation_error", message);

/** The refusal of a request whose `Notion-Version` is missing or not one of ours. */
export function versionError(version: string | undefined, supported: readonly string[]): Answer {
  const problem =
    version === undefined
      ? "be defined, instead was `undefined`."
      : `be ${either(supported)}, instead was \`${JSON.stringify(version)}\`.`;
  const message = `Notion-Version header failed validation: Notion-Version header should ${problem}`;
  return errorAnswer(400, "missing_version", message);
}

/** `"a"`, `"b"`, or `true`, as Notion lists what it would accept. */
export function either(values: readonly string[]): string {
  const literal = /^(true|false|null|\d+)$/;
  const quoted = values.map((value) => `\`${literal.test(value) ? value : JSON.stringify(value)}\``);
  const last = quoted.pop() ?? "";
  if (quoted.length === 0) return last;
  return `${quoted.join(", ")}${quoted.length > 1 ? "," : ""} or ${last}`;
}
