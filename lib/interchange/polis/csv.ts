/** One record of a CSV text, with the line it begins on (from 1). */
export type Row = { cells: string[]; line: number };

/**
 * The cells of one record by the rules of RFC 4180; null when a quote is still open at its end or
 * something follows a closing quote.
 */
export function strictCells(record: string): string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (record[at] === '"') {
      let cell = "";
      let from = at + 1;
      let end = record.indexOf('"', from);
      while (end !== -1 && record[end + 1] === '"') {
        cell += record.slice(from, end + 1);
        from = end + 2;
        end = record.indexOf('"', from);
      }
      if (end === -1) return null;
      cells.push(cell + record.slice(from, end));
      at = end + 1;
      if (at < record.length && record[at] !== ",") return null;
    } else {
      const comma = record.indexOf(",", at);
      const end = comma === -1 ? record.length : comma;
      const cell = record.slice(at, end);
      if (cell.includes('"')) return null;
      cells.push(cell);
      at = end;
    }
    if (at >= record.length) return cells;
    at += 1;
  }
}

/** Records of well-formed CSV, quoted line ends included; a record that is not is one cell. */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let parts: string[] = [];
  let quotes = 0;
  let start = 1;
  text.split(/\r\n|\n|\r/).forEach((physical, index) => {
    if (parts.length === 0) start = index + 1;
    parts.push(physical);
    quotes += physical.split('"').length - 1;
    if (quotes % 2 === 1) return;
    const record = parts.join("\n");
    if (record) rows.push({ cells: strictCells(record) ?? [record], line: start });
    parts = [];
    quotes = 0;
  });
  if (parts.length > 0) rows.push({ cells: [parts.join("\n")], line: start });
  return rows;
}

const shapes: Record<string, string> = {
  timestamp: '"?\\d{9,17}"?',
  "comment-id": '"?\\d{1,9}"?',
  "author-id": '"?-?\\d{0,9}"?',
  agrees: '"?\\d{1,9}"?',
  disagrees: '"?\\d{1,9}"?',
  moderated: '"?-?\\d{0,2}"?',
};

/**
 * Rows of Polis' comments, one of whose columns is free text that some servers write without
 * quotes, commas and line ends included. A record begins where a line has the shape of the columns
 * before the text; what does not fit otherwise is text.
 *
 * @returns the rows, each with as many cells as there are columns, and how many had to be mended
 */
export function commentRows(text: string): { columns: string[]; rows: Row[]; mended: number } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const columns = (strictCells(lines[0] ?? "") ?? []).map((name) => name.trim());
  const body = columns.indexOf("comment-body");
  if (body === -1) return { columns, rows: [], mended: 0 };
  if (body === 0) return { columns, rows: rowsOf(text).slice(1), mended: 0 };
  const before = columns.slice(0, body).map((name) => shapes[name] ?? '(?:"[^"]*"|[^",]*)');
  const start = new RegExp(`^${before.join(",")},`);
  const rows: Row[] = [];
  let mended = 0;
  const finish = (parts: readonly string[], line: number) => {
    const record = parts.join("\n").trimEnd();
    if (!record) return;
    const strict = strictCells(record);
    if (strict?.length === columns.length) rows.push({ cells: strict, line });
    else {
      rows.push({ cells: mendedCells(record, body, columns.length), line });
      mended += 1;
    }
  };
  let parts: string[] = [];
  let first = 2;
  lines.slice(1).forEach((physical, index) => {
    if (parts.length > 0 && start.test(physical)) {
      finish(parts, first);
      parts = [];
    }
    if (parts.length === 0) first = index + 2;
    parts.push(physical);
  });
  finish(parts, first);
  return { columns, rows, mended };
}

/** So many cells from the left, so many from the right, and all between them as the text. */
function mendedCells(record: string, body: number, count: number): string[] {
  const parts = record.split(",");
  const after = Math.max(0, Math.min(count - body - 1, parts.length - body - 1));
  const text = parts.slice(body, parts.length - after).join(",");
  const bare = (cell: string) => /^"([\s\S]*)"$/.exec(cell)?.[1]!.replaceAll('""', '"') ?? cell;
  return [
    ...parts.slice(0, body).map(bare),
    bare(text),
    ...parts.slice(parts.length - after).map(bare),
  ].slice(0, count);
}
