/** The part of JSON Schema that the API's description uses. */
export type Shape = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  allOf?: Shape[];
  additionalProperties?: boolean | Shape;
  format?: string;
};

/**
 * A shape as people write it: `{ impact: integer, votes?: { … } }`. Named shapes are named.
 * @param depth how far the lines are indented already
 */
export function shapeText(shape: Shape, depth = 0): string {
  if (shape.$ref) return shape.$ref.split("/").at(-1) ?? "";
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  const either = shape.anyOf ?? shape.allOf;
  if (either) return either.map((one) => shapeText(one, depth)).join(" | ");
  const types = [shape.type ?? "anything"].flat();
  return types.map((type) => ofType(type, shape, depth)).join(" | ");
}

function ofType(type: string, shape: Shape, depth: number): string {
  if (type === "array") {
    const item = shapeText(shape.items ?? {}, depth);
    return /^[\w]+$/.test(item) || item.startsWith("{") ? `${item}[]` : `(${item})[]`;
  }
  if (type === "object") return objectText(shape, depth);
  return shape.format === "date-time" ? "time" : type;
}

function objectText(shape: Shape, depth: number): string {
  const entries = Object.entries(shape.properties ?? {});
  if (entries.length === 0) return "object";
  const parts = entries.map(([name, value]) => {
    const mark = shape.required?.includes(name) ? "" : "?";
    return `${name}${mark}: ${shapeText(value, depth + 1)}`;
  });
  const inOneLine = `{ ${parts.join(", ")} }`;
  if (depth > 0 && inOneLine.length <= 64 && !inOneLine.includes("\n")) return inOneLine;
  const indent = "  ".repeat(depth + 1);
  return `{\n${parts.map((part) => `${indent}${part}`).join("\n")}\n${"  ".repeat(depth)}}`;
}
