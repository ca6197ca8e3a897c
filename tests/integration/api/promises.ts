/** The API's description as the contract tests read it, and what an answer owes it. */
import { expect } from "vitest";
import { openApiDocument } from "@/lib/api/app";
import type { Answer } from "./client";
import { breaches, type Schema, type Schemas } from "./json-schema";

type Content = Record<string, { schema?: Schema }>;
export type Operation = {
  method: string;
  path: string;
  tags: string[];
  parameters: { name: string; in: string }[];
  requestBody?: { content?: Content };
  responses: Record<string, { content?: Content }>;
};

const document = openApiDocument() as unknown as {
  paths: Record<string, Record<string, Omit<Operation, "method" | "path">>>;
  components: { schemas: Schemas };
};
export const operations: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...operation,
    method: method.toUpperCase(),
    path: path.replace("/api/v1", ""),
  })),
);
/** Each with its name, such as "GET /debates". */
export const named = operations.map(
  (operation) => [`${operation.method} ${operation.path}`, operation] as const,
);

/** That an answer is one that the description promises, to the last property. */
export function expectPromised(operation: Operation, answer: Answer<unknown>): void {
  const what = `${operation.method} ${operation.path} → ${answer.status}`;
  const promised = operation.responses[answer.status];
  expect(promised, `${what} is not in the description`).toBeDefined();
  if (answer.body === "" || !promised?.content) {
    expect([what, answer.body]).toEqual([what, ""]);
    return;
  }
  const [type = ""] = (answer.headers.get("content-type") ?? "").split(";");
  const content = promised.content[type];
  expect(content, `${what} as ${type} is not in the description`).toBeDefined();
  if (!content?.schema || !type.includes("json")) return;
  expect([what, breaches(answer.body, content.schema, document.components.schemas)]).toEqual([
    what,
    [],
  ]);
}

/** Whether an operation answers with a stream that stays open. */
export const isStream = (operation: Operation) =>
  "text/event-stream" in (operation.responses[200]?.content ?? {});

/** The operation that is called so, such as "GET /debates". */
export const operationOf = (name: string) => named.find(([one]) => one === name)![1];
