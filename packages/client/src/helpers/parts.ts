/** A part of a file. */
export interface Part {
  /** From 1. */
  number: number;
  content: Blob;
}

/**
 * Cuts a file into parts of the same size, and a last one of what is left. An empty file is one empty part.
 *
 * @param file bytes, or a stream, which is read no further than parts are asked for
 * @param size of the whole, in bytes
 * @param partSize in bytes
 * @throws {TypeError} when a stream brings more or less than its size
 */
export async function* partsOf(
  file: Blob | ReadableStream<Uint8Array>,
  size: number,
  partSize: number,
): AsyncGenerator<Part, void, undefined> {
  if (file instanceof Blob) {
    let number = 0;
    do {
      const content = file.slice(number * partSize, (number + 1) * partSize);
      number += 1;
      yield { number, content };
    } while (number * partSize < size);
    return;
  }
  yield* streamedParts(file, size, partSize);
}

async function* streamedParts(
  stream: ReadableStream<Uint8Array>,
  size: number,
  partSize: number,
): AsyncGenerator<Part, void, undefined> {
  const reader = stream.getReader();
  let chunks: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  let received = 0;
  let number = 1;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      received += value.length;
      if (received > size) throw new TypeError(`The stream brings more than ${size} bytes.`);
      chunks.push(value as Uint8Array<ArrayBuffer>);
      while (received >= number * partSize) {
        const whole = new Blob(chunks);
        yield { number, content: whole.slice(0, partSize) };
        chunks = [whole.slice(partSize)];
        number += 1;
      }
    }
    if (received < size) throw new TypeError(`The stream brings ${received} bytes, not ${size}.`);
    if (number === 1 || received > (number - 1) * partSize) yield { number, content: new Blob(chunks) };
  } finally {
    await reader.cancel();
  }
}
