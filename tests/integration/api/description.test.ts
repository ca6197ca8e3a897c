import { describe, expect, test } from "vitest";
import { api, openApiDocument } from "@/lib/api/app";
import { reader } from "./client";

type Operation = { summary?: string; tags?: string[]; responses: Record<string, unknown> };
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
};

const document = openApiDocument() as unknown as Document;

describe("The API describes itself", () => {
  test("at /api/v1/openapi.json, for anybody", async () => {
    const answer = await reader.ask<Document>("GET", "/openapi.json");
    expect(answer.status).toBe(200);
    expect(answer.body.openapi).toBe("3.1.0");
    expect(answer.body.paths).toEqual(JSON.parse(JSON.stringify(document.paths)));
  });

  test("with every route that it answers", () => {
    const answered = api.routes
      .filter(({ method, path }) => method !== "ALL" && !path.endsWith("openapi.json"))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...new Set(answered)].sort()).toEqual([...described].sort());
    expect(described.length).toBeGreaterThan(15);
  });

  test("with a summary, a place in the contents and the refusals of each", () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        expect([path, method, operation.summary]).not.toContain(undefined);
        expect(operation.tags).toHaveLength(1);
        const codes = Object.keys(operation.responses);
        if (method !== "get") expect(codes).toEqual(expect.arrayContaining(["401", "403", "422"]));
      }
    }
  });

  test("without a reference that leads nowhere or a pattern that is none", () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(document.components.schemas).toHaveProperty(name!);
    }
    for (const [, pattern] of text.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)) {
      const source = JSON.parse(pattern!) as string;
      expect(source).not.toMatch(/\$\/i$/);
      expect(() => new RegExp(source, "u")).not.toThrow();
    }
  });
});
