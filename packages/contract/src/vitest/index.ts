import { expect } from "vitest";
import { type SpecOptions, toMatchNotionSpec } from "./matcher.ts";

export { type Notion, type NotionOptions, startNotion } from "./notion.ts";
export { notionTest } from "./test.ts";
export type { SpecOptions };

expect.extend({ toMatchNotionSpec });

declare module "vitest" {
  interface Matchers<
    // Vitest's own parameters, which a merged interface has to repeat.
    R extends void | Promise<void> = void | Promise<void>,
    T = unknown,
  > {
    /**
     * That a `Request` or a `Response` of `fetch` keeps to the document: parameters, body, status, content type, and no
     * field that the document does not declare. The body stays readable. To be awaited.
     *
     * @param operationId which operation it is of
     * @param options.version the `Notion-Version`; the newest when left out
     */
    toMatchNotionSpec(operationId: string, options?: SpecOptions): Promise<void>;
  }
}
