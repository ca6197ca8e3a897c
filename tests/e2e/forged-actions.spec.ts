import { appendEntry } from "@/lib/moderation/commands/append-entry";
import { flag } from "@/lib/moderation/commands/flag";
import type { SanctionKind } from "@/lib/moderation/sanctions";
import { requestPurge } from "@/lib/purges/commands/request-purge";
import { createArgument } from "@/tests/factories/create-argument";
import { createDebate } from "@/tests/factories/create-debate";
import { createSanction } from "@/tests/factories/create-sanction";
import { createUser } from "@/tests/factories/create-user";
import { makeReady } from "@/tests/factories/make-ready";
import { asViewer } from "@/tests/factories/viewer";
import { db, expect, test } from "./fixtures";
import { postAsScript, postForm, nobody, readForm, senderOf, type Fields } from "./forging";

/** A debate with a fact and an argument by somebody who is a moderator besides. */
async function scene() {
  const debate = await createDebate(db, { title: "Sunday opening" });
  const debateId = debate.id;
  const author = await createUser(db, { role: "MODERATOR" });
  const { id } = await createArgument(db, { debateId, authorId: author.id });
  const other = await createArgument(db, { debateId });
  await makeReady(db, debate);
  const fact = await db.fact.findFirstOrThrow({ where: { debateId } });
  const [moderator, administrator] = [
    await createUser(db, { role: "MODERATOR" }),
    await createUser(db, { role: "ADMINISTRATOR" }),
  ];
  return {
    ...{ debateId, slug: debate.slug, argumentId: id, fact: fact.id, author },
    ...{ moderator, administrator, page: `/debates/${debate.slug}/arguments/${debateId}-${id}` },
    /** The number that the other argument has in the debate. */
    other: (await db.argument.findFirstOrThrow({ where: { debateId, id: other.id } })).path.join(
      ".",
    ),
  };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** Who could like to do it, and may not. */
async function forgers({ author }: Scene) {
  // Sessions end with a sanction; these cookies were kept.
  const sanctioned = async (kind: SanctionKind) => {
    const moderator = await createUser(db, { role: "MODERATOR" });
    const sender = await senderOf(moderator);
    await createSanction(db, moderator.id, kind);
    return sender;
  };
  const editor = await createUser(db);
  const { id: debateId } = await createDebate(db);
  await db.debateRole.create({ data: { debateId, userId: editor.id, role: "EDITOR" } });
  return {
    nobody: nobody(),
    member: await senderOf(await createUser(db)),
    "an editor of another debate": await senderOf(editor),
    "a moderator who is silenced": await sanctioned("SILENCE"),
    "a moderator who is suspended": await sanctioned("SUSPEND"),
    "a moderator who is banned": await sanctioned("BAN"),
    "its author, a moderator": await senderOf(author),
  };
}
type Forger = keyof Awaited<ReturnType<typeof forgers>>;

const usual: Record<Forger, string> = {
  nobody: "SIGN_IN_REQUIRED",
  member: "NOT_ALLOWED",
  "an editor of another debate": "NOT_ALLOWED",
  "a moderator who is silenced": "SILENCED",
  "a moderator who is suspended": "SIGN_IN_REQUIRED",
  "a moderator who is banned": "SIGN_IN_REQUIRED",
  "its author, a moderator": "OWN_THING",
};
/** Of purges nobody but administrators knows. */
const onlyAdministrators: Partial<Record<Forger, string>> = {
  "a moderator who is silenced": "NOT_ALLOWED",
  "its author, a moderator": "NOT_ALLOWED",
};
/** A debate and its brief are nobody's own. */
const nobodysOwn: Partial<Record<Forger, null>> = { "its author, a moderator": null };

type Form = { url: string; marks: string[]; fields: Fields };
type Act = {
  form: (at: Scene) => Promise<Form> | Form;
  by?: "administrator";
  /** Where somebody is refused otherwise than usual; null for who may do it. */
  refusals?: Partial<Record<Forger, string | null>>;
};

const because = [["publicReason", "It had to be."]] as const;
const grounded = [["ground", "SPAM"], ...because] as const;
const hidden = (name: string, value: string | number) => `name="${name}" value="${value}"`;

async function waiting({ debateId, argumentId: id }: Scene): Promise<number> {
  const thing = { target: "ARGUMENT", id: { debateId, id } } as const;
  await flag(asViewer(await createUser(db)), { ...thing, reason: "SPAM", note: "" });
  return (await db.review.findFirstOrThrow({ where: { debateId, argumentId: id } })).id;
}

async function warned({ debateId, argumentId, author, administrator }: Scene): Promise<number> {
  return db.$transaction((tx) =>
    appendEntry(tx, {
      ...{ action: "WARN", ground: "UNCIVIL", publicReason: "It attacked people." },
      about: { target: "ARGUMENT", debateId, argumentId },
      ...{ actorId: administrator.id, personId: author.id },
    }),
  );
}

const acts: Record<string, Act> = {
  "decides what waits": {
    form: async (at) => {
      const review = await waiting(at);
      const marks = [hidden("review", review), 'name="decision"'];
      return { url: `/moderation/${review}`, marks, fields: [["decision", "HIDE"], ...grounded] };
    },
  },
  "sanctions somebody": {
    form: ({ author: { handle } }) => ({
      ...{ url: `/users/${handle}`, marks: ['name="kind"', hidden("handle", handle)] },
      fields: [["kind", "SUSPEND"], ["days", "7"], ...grounded],
    }),
    by: "administrator",
  },
  "moves an argument": {
    form: ({ page, other }) => ({
      ...{ url: `${page}/curate`, marks: ["Move it"] },
      fields: [["to", other], ["stance", "OPPOSE"], ...grounded],
    }),
  },
  "merges an argument": {
    form: ({ page, other }) => ({
      ...{ url: `${page}/curate`, marks: ["Merge it"] },
      fields: [["into", other], ...grounded],
    }),
  },
  "takes back what the log says": {
    form: async (at) => {
      const entry = await warned(at);
      return { url: `/modlog/${entry}`, marks: [hidden("entry", entry)], fields: [...because] };
    },
  },
  "locks a debate": {
    form: ({ slug }) => ({
      ...{ url: `/debates/${slug}/history`, marks: [hidden("act", "LOCK")] },
      fields: [...because],
    }),
    refusals: nobodysOwn,
  },
  "closes a debate": {
    form: ({ slug }) => ({
      ...{ url: `/debates/${slug}/history`, marks: [hidden("act", "CLOSE")] },
      fields: [["conclusion", "The council heard both sides."], ...because],
    }),
    refusals: nobodysOwn,
  },
  "corrects a fact": {
    form: ({ slug, fact }) => ({
      ...{ url: `/debates/${slug}/edit?part=facts&item=${fact}`, marks: ['name="certainty"'] },
      fields: [
        ...([["text", "It was counted in June."]] as const),
        ...([["certainty", "ESTABLISHED"]] as const),
        ["reason", "The minutes say June."],
      ],
    }),
    refusals: nobodysOwn,
  },
  "asks for a purge": {
    form: ({ debateId, argumentId }) => ({
      url: `/admin/purges/new?target=ARGUMENT&id=${debateId}-${argumentId}`,
      marks: ['name="legalBasis"'],
      fields: [["ground", "ILLEGAL"], ["legalBasis", "Order of a court."], ...because],
    }),
    by: "administrator",
    refusals: onlyAdministrators,
  },
  "confirms a purge": {
    form: async ({ debateId, argumentId: id }) => {
      const asking = asViewer(await createUser(db, { role: "ADMINISTRATOR" }));
      const { purge } = await requestPurge(asking, {
        ...{ target: "ARGUMENT", id: { debateId, id }, ground: "ILLEGAL" },
        ...{ legalBasis: "Order of a court.", publicReason: "By law." },
      });
      const marks = [hidden("purge", purge), "Purge for good"];
      return { url: "/admin/purges", marks, fields: [] };
    },
    by: "administrator",
    refusals: onlyAdministrators,
  },
};

/** All that any of these acts could change, in one word. */
async function stateOf({ debateId, author }: Scene): Promise<string> {
  const [row] = await db.$queryRaw<{ state: string }[]>`
    SELECT md5(string_agg(said, '|' ORDER BY said)) AS state FROM (
      SELECT t::text AS said FROM debates t WHERE id = ${debateId}
      UNION ALL SELECT t::text FROM arguments t WHERE debate_id = ${debateId}
      UNION ALL SELECT t::text FROM argument_revisions t WHERE debate_id = ${debateId}
      UNION ALL SELECT t::text FROM argument_links t WHERE debate_id = ${debateId}
      UNION ALL SELECT t::text FROM facts t WHERE debate_id = ${debateId}
      UNION ALL SELECT t::text FROM fact_corrections t WHERE debate_id = ${debateId}
      UNION ALL SELECT t::text FROM reviews t WHERE debate_id = ${debateId}
      UNION ALL SELECT t::text FROM purges t WHERE debate_id = ${debateId}
      UNION ALL SELECT t::text FROM sanctions t WHERE user_id = ${author.id}
      UNION ALL SELECT t::text FROM moderation_entries t WHERE debate_id = ${debateId} OR person_id = ${author.id}
    ) everything`;
  return row!.state;
}

for (const [what, { form, by, refusals }] of Object.entries(acts)) {
  test(`Whoever ${what} by a form that was made for somebody else is refused in words, and nothing changes`, async ({
    request,
  }) => {
    test.slow();
    const at = await scene();
    const allowed = await senderOf(by ? at[by] : at.moderator);
    const { url, marks, fields: given } = await form(at);
    const fields = [...(await readForm(request, allowed, url, marks)), ...given];
    expect(fields.some(([name]) => name.startsWith("$ACTION_"))).toBe(true);
    const before = await stateOf(at);
    for (const [who, forger] of Object.entries(await forgers(at))) {
      const expected = { ...usual, ...refusals }[who as Forger];
      if (expected === null) continue;
      const posted = await postForm(request, forger, url, fields);
      expect(posted.status(), `${who}, as a form`).toBeLessThan(500);
      expect(posted.status(), `${who}, as a form`).not.toBe(303);
      const { refused } = await postAsScript(request, forger, url, fields);
      expect(refused?.code, `${who}, as a script`).toBe(expected);
      expect(refused?.message, who).toMatch(/^\p{Lu}.+\.$/u);
      expect(await stateOf(at), who).toBe(before);
    }
    const done = await postForm(request, allowed, url, fields);
    expect(done.status()).toBeLessThan(400);
    expect(await stateOf(at)).not.toBe(before);
  });
}
