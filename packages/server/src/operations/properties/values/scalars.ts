import type { ValueType } from "./value-type.ts";

export const number: ValueType<"number"> = {
  read: (request) => request,
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
