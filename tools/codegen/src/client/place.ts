/** Where an operation stands in a client whose name does not follow from its path. */
const EXCEPTIONS: Record<string, string[]> = {
  getSelf: ["users", "me"],
  agentBatch: ["agents", "batch"],
  retrieveSession: ["sessions", "get"],
};

/**
 * Where users of the client find an operation: `["blocks", "children", "append"]`.
 *
 * The groups are the words of the path, the method is the verb of the operationId: `getPageMarkdown` of
 * `/v1/pages/{page_id}/markdown` is `pages.markdown.get`. Where the path ends in the verb, that word is the method
 * (`/query`, `/move`), and where the operationId is the whole path, the path is all (`search`, `oauthToken`).
 *
 * @param operationId as in the document
 * @param path with the names of its parameters: `/v1/blocks/{block_id}/children`
 */
export function placeOf(operationId: string, path: string): string[] {
  const exception = EXCEPTIONS[operationId];
  if (exception) return exception;
  const words = path
    .replace(/^\/v1\//, "")
    .split("/")
    .filter((word) => !word.startsWith("{"))
    .map(camelCase);
  if (camelCase(words.map(snakeCase).join("_")) === operationId) return words;
  const verb = /^[a-z]+/.exec(operationId)?.[0] ?? operationId;
  return words.at(-1) === verb ? words : [...words, verb];
}

function camelCase(word: string): string {
  return word.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
