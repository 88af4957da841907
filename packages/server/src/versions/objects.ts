/** An object of the API, or anything else that is JSON and not a list. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Changes the object that an answer is, or each of those that it lists.
 *
 * @param change Leaves a result out by giving nothing back for it.
 */
export async function mapObjects(
  answer: unknown,
  change: (object: JsonObject) => JsonObject | undefined | Promise<JsonObject | undefined>,
): Promise<unknown> {
  if (!isObject(answer)) return answer;
  if (!Array.isArray(answer.results)) return await change(answer);
  const results = [];
  for (const result of answer.results) {
    const changed = isObject(result) ? await change(result) : result;
    if (changed !== undefined) results.push(changed);
  }
  return { ...answer, results };
}
