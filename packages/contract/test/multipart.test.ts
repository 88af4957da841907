import { describe, expect, test } from "vitest";
import { readMultipart, toFormData } from "../src/multipart.ts";

const contentType = 'multipart/form-data; boundary="b-1"';
const lines = (...text: string[]) => text.join("\r\n");

describe("readMultipart", () => {
  test("files and other fields by their names", () => {
    const body = lines(
      "--b-1",
      'Content-Disposition: form-data; name="file"; filename="a.txt"',
      "Content-Type: text/plain",
      "",
      "one",
      "",
      "three",
      "--b-1",
      'content-disposition: form-data; name="part_number"',
      "",
      "1",
      "--b-1--",
      "",
    );
    expect(readMultipart(body, contentType)).toEqual({ file: "one\r\n\r\nthree", part_number: "1" });
  });

  test("what `fetch` makes of a form", async () => {
    const form = toFormData({ file: "content", part_number: "2" }, (name) => name === "file");
    const request = new Request("http://localhost", { method: "POST", body: form });
    const type = request.headers.get("content-type") ?? "";
    expect(readMultipart(await request.text(), type)).toEqual({ file: "content", part_number: "2" });
    expect((form.get("file") as File).name).toBe("file.txt");
  });

  test("a field that is there twice is a list", () => {
    const part = (value: string) => lines("--x", 'Content-Disposition: form-data; name="tag"', "", value, "");
    const body = `${["a", "b", "c"].map(part).join("")}--x--`;
    expect(readMultipart(body, "multipart/form-data; boundary=x")).toEqual({ tag: ["a", "b", "c"] });
  });

  test.each([
    ["without a boundary", "", "multipart/form-data", "has no boundary"],
    ["that does not end", "--b-1\r\n", contentType, "does not keep to its boundary"],
    ["of something else", "hello", contentType, "does not keep to its boundary"],
    ["with a part that has no name", "--b-1\r\n\r\nx\r\n--b-1--", contentType, "has no name"],
  ])("refuses a form %s", (_, body, type, message) => {
    expect(() => readMultipart(body, type)).toThrow(message);
  });
});
