import type { Generator } from "../generator.ts";
import { heyApi } from "./hey-api.ts";
import { oapiCodegen } from "./oapi-codegen.ts";
import { openapiTypescript } from "./openapi-typescript.ts";
import { orval } from "./orval.ts";

/** The ones that many use, one file each. */
export const generators: Generator[] = [openapiTypescript, heyApi, orval, oapiCodegen];
