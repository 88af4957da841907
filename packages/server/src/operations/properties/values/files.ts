import type { Schema } from "@notional/openapi-types";
import { dashed } from "../../../uuid.ts";
import { renderHosted, uploadNotFound } from "../../files.ts";
import type { ValueType } from "./value-type.ts";

export const files: ValueType<"files"> = {
  read: (request) =>
    request.map((file) => {
      if ("file_upload" in file) throw uploadNotFound(dashed(file.file_upload.id));
      if ("external" in file)
        return { type: "external", name: file.name, external: { url: file.external.url } };
      return { type: "file", name: file.name, file: { url: file.file.url } };
    }),
  render: (stored = [], { context }): Schema<"FileValue">[] =>
    stored.map((file) =>
      file.type === "external"
        ? { name: file.name, type: "external", external: file.external }
        : { name: file.name, type: "file", file: renderHosted(file.file, context) },
    ),
};
