/** A small check of JSON against the part of JSON Schema that the API's description uses. */

export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  format?: string;
};
export type Schemas = Record<string, Schema>;

/**
 * Where a value breaks its schema, in words; empty when it keeps to it. Properties that the schema
 * does not name are a breach: what is answered is promised.
 */
export function breaches(value: unknown, schema: Schema, schemas: Schemas, at = "$"): string[] {
  const within = (inner: Schema, of: unknown = value, where = at) =>
    breaches(of, inner, schemas, where);
  if (schema.$ref) {
    const named = schemas[schema.$ref.split("/").at(-1)!];
    return named ? within(named) : [`${at}: ${schema.$ref} leads nowhere`];
  }
  if (schema.const !== undefined && value !== schema.const) return [`${at} is not ${schema.const}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${at}: ${String(value)} is no choice`];
  const either = schema.anyOf ?? schema.oneOf;
  if (either) {
    const all = either.map((one) => within(one));
    return all.some((found) => found.length === 0) ? [] : all.flat();
  }
  if (schema.allOf) return schema.allOf.flatMap((one) => within(one));
  const types = [schema.type ?? []].flat();
  const type = typeOf(value);
  const fits = types.some((one) => one === type || (one === "number" && type === "integer"));
  if (types.length > 0 && !fits) return [`${at} is ${type}, not ${types.join(" or ")}`];
  return [...scalar(value, schema, at), ...list(value), ...object(value)];

  function list(of: unknown): string[] {
    if (!Array.isArray(of)) return [];
    const { minItems = 0, maxItems = Infinity, items } = schema;
    const long =
      of.length < minItems || of.length > maxItems ? [`${at} has ${of.length} items`] : [];
    return [
      ...long,
      ...of.flatMap((one, index) => (items ? within(items, one, `${at}[${index}]`) : [])),
    ];
  }

  function object(of: unknown): string[] {
    if (typeOf(of) !== "object") return [];
    const { properties = {}, required = [], additionalProperties } = schema;
    const names = Object.keys(of as object);
    const missing = required.filter((name) => !names.includes(name));
    const found = Object.entries(of as object).flatMap(([name, one]) => {
      const inner = properties[name] ?? additionalProperties;
      if (typeof inner === "object") return within(inner, one, `${at}.${name}`);
      return inner === true || !schema.properties
        ? []
        : [`${at}.${name} is not in the description`];
    });
    return [...missing.map((name) => `${at}.${name} is missing`), ...found];
  }
}

function scalar(value: unknown, schema: Schema, at: string): string[] {
  if (typeof value === "number") {
    const { minimum = -Infinity, maximum = Infinity } = schema;
    return value < minimum || value > maximum ? [`${at} is ${value}`] : [];
  }
  if (typeof value !== "string") return [];
  const wrong: string[] = [];
  if (schema.pattern && !new RegExp(schema.pattern, "u").test(value)) wrong.push(`${at}: ${value}`);
  if (schema.format === "date-time" && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) {
    wrong.push(`${at} is no time: ${value}`);
  }
  return wrong;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
