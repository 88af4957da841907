import { tmpdir } from "node:os";
import { redocly } from "./redocly.ts";

/** What `redocly score` gives, everything from 0 to 100. */
export interface Score {
  total: number;
  documentationQuality: number;
  exampleCoverage: number;
  errorClarity: number;
  identifierClarity: number;
}

/**
 * What every version reaches. Schema Simplicity and Polymorphism Clarity are not here: they are properties of the
 * API, and could be had only by saying less than is known.
 */
export const LEAST: Score = {
  total: 78,
  documentationQuality: 100,
  exampleCoverage: 100,
  errorClarity: 100,
  identifierClarity: 95,
};

export async function score(bundle: string): Promise<Score> {
  // From elsewhere, so that it finds no configuration: what others would see.
  const result = (await redocly(tmpdir(), "score", bundle)) as {
    agentReadiness: number;
    subscores: Record<string, number>;
  };
  const percent = (name: string) => (result.subscores[name] ?? 0) * 100;
  return {
    total: result.agentReadiness,
    documentationQuality: percent("documentationQuality"),
    exampleCoverage: percent("exampleCoverage"),
    errorClarity: percent("errorClarity"),
    identifierClarity: percent("identifierClarity"),
  };
}
