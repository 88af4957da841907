import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What the official SDK knows of an endpoint at run time. */
export interface Endpoint {
  name: string;
  method: string;
  /** The path template, `/v1/pages/{page_id}`. */
  path: string;
  pathParams: string[];
  queryParams: string[];
  /** The properties of the body; none where the SDK sends the body as it gets it. */
  bodyParams: string[];
  /** The parts of a multipart body. */
  formDataParams: string[];
  /** Whether the SDK's client has a method for it. Without one it is no part of the public API. */
  isPublic: boolean;
}

interface Descriptor {
  method: string;
  pathParams: string[];
  queryParams: string[];
  bodyParams: string[];
  formDataParams?: string[];
  path(params: Record<string, string>): string;
}

const { resolve } = createRequire(import.meta.url);

/** Every endpoint of the pinned SDK, whose descriptors are values beside its types. */
export async function sdkEndpoints(): Promise<Endpoint[]> {
  const descriptors: Record<string, Descriptor> = await import(
    "@notionhq/client/build/src/api-endpoints.js" as string
  );
  const client = readFileSync(resolve("@notionhq/client/build/src/Client.js"), "utf8");
  return Object.entries(descriptors)
    .filter(([, descriptor]) => typeof descriptor?.path === "function")
    .map(([name, { method, path, pathParams, queryParams, bodyParams, formDataParams = [] }]) => ({
      name,
      method,
      path: `/v1/${path(Object.fromEntries(pathParams.map((param) => [param, `{${param}}`])))}`,
      pathParams,
      queryParams,
      bodyParams,
      formDataParams,
      isPublic: new RegExp(`_\\d\\.${name}\\b`).test(client),
    }));
}
