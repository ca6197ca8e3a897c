import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { getEntryChoices } from "@/lib/moderation/queries/entry-choices";
import { publicId } from "@/lib/shared/ids";
import { isWaiting } from "@/lib/suggestions/view";
import { offerComment, offerEdit } from "@/lib/suggestions/commands/offer";
import { createArgument } from "@/tests/factories/create-argument";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { browser, reader } from "../api/client";
import { decide, scene, send } from "../suggestions/waiting";

const canary = "Canary-Wharf-9";

/** A debate in which an argument, an edit and a comment wait, and an argument was declined. */
async function waiting() {
  const at = await scene({ heldWords: ["sesame"] });
  const { debate, member, editor } = at;
  const debateId = debate.id;
  const hook = { url: "https://hooks.example.org/a", sealedSecret: "x" };
  const events = ["argument.created", "argument.edited", "comment.created"];
  await db.webhook.create({ data: { ownerId: editor.id, debateId, events, ...hook } });
  await db.follow.create({ data: { debateId, userId: editor.id } });
  const { id } = await createArgument(db, { debateId, authorId: member.id });
  const words = { title: `${canary} title`, body: `${canary} body` };
  const sources = [{ title: `${canary} source` }];
  const sent = await send(at, { ...words, sources });
  const edit = { ...words, sources: [], factIds: [], reason: `${canary} reason` };
  const edited = await offerEdit(member, { id: { debateId, id }, version: 1, ...edit });
  const body = `Open sesame ${canary}`;
  const said = await offerComment(member, { argumentId: { debateId, id }, body });
  expect([edited, said].map(isWaiting)).toEqual([true, true]);
  const refused = await send(at, { title: `${canary} declined` });
  const { entry } = await decide(editor, refused, {
    ...{ decision: "DECLINE", publicReason: "It has no reasons." },
  });
  return { at, slug: debate.slug, argument: publicId({ debateId, id }), sent, entry: entry! };
}

it("Reading what waits fails wherever somebody else looks", async () => {
  const { at, slug, argument, sent, entry } = await waiting();
  const places = [
    `/debates/${slug}`,
    `/debates/${slug}/arguments`,
    `/debates/${slug}/arguments?parent=root`,
    `/debates/${slug}/history`,
    `/debates/${slug}/sources`,
    `/debates/${slug}/similar?title=${canary}+title`,
    ...["json", "kialo", "argdown", "aif"].map(
      (format) => `/debates/${slug}/export?format=${format}`,
    ),
    `/arguments/${argument}`,
    `/arguments/${argument}/thread`,
    `/arguments/${argument}/revisions`,
    `/arguments/${argument}/comments`,
    `/members/${at.member.handle}`,
    `/members/${at.member.handle}/arguments`,
    `/search?q=${canary}`,
    `/modlog?debate=${slug}`,
    `/modlog/${entry}`,
    `/suggestions/${publicId(sent)}`,
    "/moderation/queue",
  ];
  for (const caller of [reader, await browser()]) {
    for (const place of places) {
      const answer = await caller.ask<unknown>("GET", place);
      expect([place, answer.status < 500]).toEqual([place, true]);
      expect([place, JSON.stringify(answer.body).includes(canary)]).toEqual([place, false]);
    }
  }
  const stranger = asViewer(await createUser(db));
  expect((await getEntryChoices(stranger, entry))?.snapshot).toBeNull();
});

it("No event, search, notification or source tells of it before it is accepted", async () => {
  const { at } = await waiting();
  const debateId = at.debate.id;
  const rows = await db.$queryRaw<{ says: string }[]>`
    SELECT row_to_json(x)::text AS says FROM search_documents x WHERE x.debate_id = ${debateId}
    UNION ALL SELECT row_to_json(x)::text FROM webhook_deliveries x
    UNION ALL SELECT row_to_json(x)::text FROM live_events x WHERE x.debate_id = ${debateId}
    UNION ALL SELECT row_to_json(x)::text FROM sources x WHERE x.debate_id = ${debateId}
    UNION ALL SELECT row_to_json(x)::text FROM moderation_entries x WHERE x.debate_id = ${debateId}`;
  expect(rows.filter(({ says }) => says.includes(canary))).toEqual([]);
  const told = await db.notification.findMany({
    where: { debateId, userId: { not: at.member.id } },
  });
  expect(told).toEqual([]);
  const deliveries = await db.webhookDelivery.count({
    where: { event: { not: "argument.created" } },
  });
  expect(deliveries).toBe(0);
});
