import type { ValueType } from "./value-type.ts";

export const number: ValueType<"number"> = {
  // JSON can write 1e400, which no number holds: it reads as infinite, and that JSON cannot write.
  read: (request) => (Number.isFinite(request) ? request : null),
  render: (stored = null) => stored,
};

export const checkbox: ValueType<"checkbox"> = {
  read: (request) => request,
  render: (stored = false) => stored,
};

export const url: ValueType<"url"> = {
  read: (request) => request,
  render: (stored = null) => stored,
};

export const email: ValueType<"email"> = {
  read: (request) => request,
  render: (stored = null) => stored,
};

export const phoneNumber: ValueType<"phone_number"> = {
  read: (request) => request,
  render: (stored = null) => stored,
};
