import { openApiDocument } from "./app";
import { shapeText, type Shape } from "./shape-text";

type Content = { schema?: Shape };
type Described = { description?: string; content?: Record<string, Content> };
type Parameter = {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Shape & { default?: unknown };
};
type Operation = {
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: Described;
  responses: Record<string, Described>;
};

export type OperationView = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: {
    name: string;
    required: boolean;
    type: string;
    description: string;
    /** Empty without one. */
    default: string;
  }[];
  body: string | null;
  answers: { status: string; description: string; shape: string | null }[];
};

export type ReferenceView = {
  sections: { tag: string; operations: OperationView[] }[];
  shapes: { name: string; text: string }[];
};

/** The API's description as a page shows it: operations by subject, then the named shapes. */
export function apiReference(): ReferenceView {
  const document = openApiDocument();
  const sections = new Map<string, OperationView[]>();
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, described] of Object.entries(methods as Record<string, Operation>)) {
      const tag = described.tags?.[0] ?? "";
      sections.set(tag, [...(sections.get(tag) ?? []), toView(method, path, described)]);
    }
  }
  const schemas = (document.components?.schemas ?? {}) as Record<string, Shape>;
  return {
    sections: [...sections].map(([tag, operations]) => ({ tag, operations })),
    shapes: Object.entries(schemas).map(([name, shape]) => ({ name, text: shapeText(shape) })),
  };
}

function toView(method: string, path: string, operation: Operation): OperationView {
  const { summary = "", description = "", parameters = [], requestBody, responses } = operation;
  return {
    id: `${method}-${path.replace("/api/v1/", "").replace(/[^a-z]+/gi, "-")}`.replace(/-+$/, ""),
    method: method.toUpperCase(),
    path,
    summary,
    description,
    parameters: parameters
      .filter((parameter) => parameter.in !== "header")
      .map((parameter) => ({
        name: parameter.name,
        required: parameter.required ?? false,
        type: shapeText(parameter.schema),
        description: parameter.description ?? "",
        default: String(parameter.schema.default ?? ""),
      })),
    body: shapeOf(requestBody),
    answers: Object.entries(responses).map(([status, answer]) => ({
      status,
      description: answer.description ?? "",
      shape: status.startsWith("2") ? shapeOf(answer) : null,
    })),
  };
}

function shapeOf(described: Described | undefined): string | null {
  const content = Object.values(described?.content ?? {})[0];
  return content?.schema ? shapeText(content.schema) : null;
}
