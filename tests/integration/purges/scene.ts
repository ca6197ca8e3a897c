/** An argument and a comment whose words stand in every place that can hold them. */
import { db } from "@/lib/db/client";
import { writePreparedExport } from "@/lib/interchange/commands/write-prepared";
import { writeEvent } from "@/lib/live/commands/write-event";
import { asViewer } from "@/tests/factories/viewer";
import { createDebate } from "@/tests/factories/create-debate";
import { createUser } from "@/tests/factories/create-user";
import { program, type Caller } from "../api/client";

/** No stemmer knows it, and nothing else says it. */
export const canary = "zqxcanary";
const said = (what: string) => `The ${canary} lives at ${what}.`;

export const administrator = async () =>
  asViewer(await createUser(db, { role: "ADMINISTRATOR", name: "Ada Ministrator" }));

async function put<T = { id: string }>(
  who: Caller,
  path: string,
  json: object,
  method = "POST",
): Promise<T> {
  const { status, body } = await who.ask<T>(method, path, {
    json,
    headers: method === "POST" ? { "idempotency-key": `"${crypto.randomUUID()}"` } : {},
  });
  if (status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(body)}`);
  return body;
}

/** Everything that can be said of an argument and a comment, by its author and by others. */
export async function everywhere() {
  const debate = await createDebate(db);
  const [author, reporter] = [await program(), await program()];
  const curator = await program(
    ["read", "write", "moderate"],
    await createUser(db, { role: "MODERATOR" }),
  );
  const source = {
    title: said("a source"),
    url: `https://example.org/${canary}`,
    quotation: said("1"),
  };
  const path = `/debates/${debate.slug}/arguments`;
  const first = { parentId: null, stance: "SUPPORT", title: said("2"), body: said("3") };
  const argument = await put(author, path, { ...first, sources: [source] });
  const changed = { title: said("4"), body: `${canary}hyphen`, sources: [source], version: 1 };
  await put(author, `/arguments/${argument.id}`, changed, "PATCH");
  const reply = { parentId: argument.id, stance: "OPPOSE", title: "Nobody asked.", body: "" };
  const answer = await put(reporter, path, reply);
  await put(reporter, `/arguments/${argument.id}/vote`, { impact: 1 }, "PUT");
  const comment = await put(author, `/arguments/${answer.id}/comments`, { body: said("5") });
  for (const thing of [`/arguments/${argument.id}`, `/comments/${comment.id}`]) {
    await put(reporter, `${thing}/flags`, { reason: "PRIVATE_INFORMATION", note: said("6") });
  }
  const edit = { kind: "EDIT", argumentId: argument.id, title: said("11"), version: 2 };
  await put(reporter, "/suggestions", { ...edit, body: said("12") });
  await warnAndAppeal(curator, author, argument.id);
  const draft = `/debates/${debate.slug}/drafts/edit:${argument.id}`;
  await author.ask("PUT", draft, { json: { values: { title: said("7") } } });
  const id = Number(argument.id.split("-")[1]);
  await writeEvent(debate.id, new Map([[id, new Set(["ADDED"] as const)]]));
  await prepare(debate.id, reporter.person.id);
  return { debate, argument, comment, answer, author, reporter, curator };
}

async function warnAndAppeal(curator: Caller, author: Caller, argument: string) {
  const [debateId, argumentId] = argument.split("-").map(Number);
  const { id, version } = await db.review.findFirstOrThrow({
    where: { debateId, argumentId, cause: "FLAG" },
  });
  const words = { publicReason: said("8"), privateNote: said("9") };
  const warn = { decision: "WARN", ground: "UNCIVIL", version, ...words };
  const { entry } = await put<{ entry: number }>(curator, `/moderation/reviews/${id}`, warn);
  await put(author, `/modlog/${entry}/appeals`, { text: said("10") });
}

async function prepare(debateId: number, ownerId: number) {
  const { id } = await db.preparedExport.create({ data: { debateId, ownerId, format: "json" } });
  await writePreparedExport({ exportId: id }, new AbortController().signal);
}

/** The tables of any schema with a row that says `text` anywhere, in whatever type of column. */
export async function rowsWith(text: string): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
      AND query_to_xml(
        format('SELECT 1 FROM %I.%I t WHERE t::text ILIKE %L OR t::text LIKE %L LIMIT 1', table_schema, table_name,
          ${`%${text}%`}::text, '%' || encode(convert_to(${text}, 'UTF8'), 'hex') || '%'),
        false, false, '')::text LIKE '%<row>%'
    ORDER BY 1`;
  return tables.map(({ name }) => name);
}
