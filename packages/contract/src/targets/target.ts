import type { Operation } from "@notional/checker";
import type { RequestCase } from "../cases.ts";

/**
 * Something that answers the Notion API and is held to the document: the mock, the local server, the live API.
 * A new target is one file beside this one and one line in `index.ts`.
 */
export interface Target {
  name: string;
  /**
   * The request headers that make the target answer with a documented example, if it can be asked to.
   *
   * @param status the HTTP status to answer
   * @param example the key of the example in the document
   */
  askFor?(status: number, example: string): Record<string, string>;
  /** Starts the target, or reaches out for it. */
  start(): Promise<RunningTarget>;
}

/** A request that a target is right to refuse, and how. */
export interface Refusal {
  status: number;
  message: string;
}

/** A target that listens. */
export interface RunningTarget {
  /** The base URL, without `/v1`. */
  url: string;
  /** A token that the target accepts. */
  token: string;
  /** The client id and secret of a public connection that the target accepts. */
  credentials: { clientId: string; clientSecret: string };
  /** Brings back the state that it started with. What has no state, or is not ours to reset, lacks it. */
  reset?(): Promise<void>;
  /** The request for what this target holds; the document's own when left out. */
  fit?(operation: Operation, request: RequestCase): RequestCase;
  /** Whether an operation is not part of the target in a version: it then answers 501. */
  lacks?(operationId: string, version: string): boolean;
  /** How it refuses a request of the document, where it has reason to. */
  refusal?(operationId: string, request: string): Refusal | undefined;
  /** Whether a failure that the document has is as good an answer as success: the target holds we know not what. */
  mayFail?: boolean;
  close(): Promise<void>;
}
