/**
 * An object of an answer that is JSON already, as bytes. It is sent as it is, and read only where an older version
 * asks. Bytes, because the same text would be encoded anew each time that it is sent.
 */
export class JsonBytes {
  readonly bytes: Buffer<ArrayBuffer>;

  constructor(bytes: Buffer<ArrayBuffer>) {
    this.bytes = bytes;
  }

  parse(): Record<string, unknown> {
    return JSON.parse(this.bytes.toString()) as Record<string, unknown>;
  }

  /** The same object with one more key at its end. */
  with(key: string, value: string): JsonBytes {
    const end = `,${JSON.stringify(key)}:${JSON.stringify(value)}}`;
    const brace = this.bytes.length - 1;
    const bytes = Buffer.allocUnsafe(brace + Buffer.byteLength(end));
    this.bytes.copy(bytes);
    bytes.write(end, brace);
    return new JsonBytes(bytes);
  }
}

export const toBytes = (object: unknown): Buffer<ArrayBuffer> => Buffer.from(JSON.stringify(object));
