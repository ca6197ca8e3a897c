type Value = string | Value[] | { [key: string]: Value };
type Branch = { [key: string]: Value };

const forbidden = new Set(["__proto__", "prototype", "constructor"]);

/**
 * Reads a form into plain values: `sources.0.title` becomes `{ sources: [{ title }] }`, a repeated
 * name becomes an array. Files and the framework's own fields (`$…`) are left out.
 */
export function parseFormData(form: FormData): Record<string, unknown> {
  const root: Branch = Object.create(null) as Branch;
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || name.startsWith("$")) continue;
    const keys = name.split(".");
    if (keys.length > 4 || keys.some((key) => key === "" || forbidden.has(key))) continue;
    place(root, keys, value);
  }
  return listify(root) as Record<string, unknown>;
}

function place(root: Branch, keys: string[], value: string): void {
  let branch = root;
  for (const key of keys.slice(0, -1)) {
    const next = branch[key];
    if (typeof next === "string" || Array.isArray(next)) return;
    branch = next ?? (branch[key] = Object.create(null) as Branch);
  }
  const last = keys.at(-1)!;
  const present = branch[last];
  if (present === undefined) branch[last] = value;
  else if (Array.isArray(present)) present.push(value);
  else if (typeof present === "string") branch[last] = [present, value];
}

/** Objects whose keys are all small numbers are lists. */
function listify(value: Value): unknown {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(listify);
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,2}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => listify(item));
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, listify(item)]));
}

/**
 * What was typed, by field name, to give back to the form; a repeated field's values are joined by
 * commas. Passwords are never given back.
 */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || name.startsWith("$") || /password/i.test(name)) continue;
    const before = values[name];
    values[name] = before === undefined ? value : `${before},${value}`;
  }
  return values;
}
