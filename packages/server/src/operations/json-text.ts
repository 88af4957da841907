/** An object of an answer that is JSON already. It is sent as it is, and read only where an older version asks. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  parse(): Record<string, unknown> {
    return JSON.parse(this.text) as Record<string, unknown>;
  }

  /** The same object with one more key at its end. */
  with(key: string, value: string): JsonText {
    return new JsonText(`${this.text.slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(value)}}`);
  }
}
