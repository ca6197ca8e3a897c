import { beforeEach, describe, expect, test } from "vitest";
import { appeal as appealHandler } from "@/lib/accounts/handlers/appeal";
import { signIn } from "@/lib/accounts/handlers/sign-in";
import { hashPassword } from "@/lib/accounts/passwords";
import { makeAppealPass, readAppealPass } from "@/lib/auth/appeal-pass";
import { db } from "@/lib/db/client";
import { decideAppeal } from "@/lib/moderation/commands/appeal";
import { getLookAlikes } from "@/lib/moderation/queries/look-alikes";
import { getShutOut } from "@/lib/moderation/queries/sanctions";
import { routes } from "@/lib/routes";
import { createSanction } from "@/tests/factories/create-sanction";
import { createUser } from "@/tests/factories/create-user";
import { asViewer } from "@/tests/factories/viewer";
import { host } from "../api/client";

const password = "four unrelated words";
const origin = `http://${host}`;
const hashed = hashPassword(password);

function post(handler: (request: Request) => Promise<Response>, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  return handler(
    new Request(`${origin}/form`, { method: "POST", body, headers: { origin, host } }),
  );
}

let person: Awaited<ReturnType<typeof createUser>>;
let entry: number;
beforeEach(async () => {
  person = await createUser(db, { passwordHash: await hashed });
  entry = (await createSanction(db, person.id, "SUSPEND"))!;
});

const passOf = (answer: Response) =>
  new URL(answer.headers.get("location")!, origin).searchParams.get("pass")!;

describe("Somebody who is suspended", () => {
  test("is told why with the right password, and is not signed in", async () => {
    const answer = await post(signIn, { email: person.email!, password });
    expect(answer.headers.get("location")).toMatch(/^\/appeal\?pass=/);
    expect(await db.session.count({ where: { userId: person.id } })).toBe(0);
    const view = await getShutOut(readAppealPass(passOf(answer))!);
    expect(view?.sanctions).toMatchObject([
      { kind: "SUSPEND", entry, reason: "It attacked people.", appeal: { granted: true } },
    ]);
  });

  test("is told nothing with a wrong password", async () => {
    const answer = await post(signIn, { email: person.email!, password: "not this one at all" });
    expect(answer.headers.get("location")).toMatch(/^\/sign-in/);
  });

  test("appeals once by the pass, and signs in again when it is granted", async () => {
    const pass = makeAppealPass(person.id);
    const send = () => post(appealHandler, { pass, entry: String(entry), text: "It was not me." });
    expect((await send()).headers.get("location")).toBe(routes.shutOut(pass, { done: 1 }));
    expect((await send()).headers.get("location")).toBe(routes.shutOut(pass));
    const { reviewId } = await db.appeal.findUniqueOrThrow({ where: { entryId: entry } });
    const moderator = asViewer(await createUser(db, { role: "MODERATOR" }));
    const words = { publicReason: "It was somebody else.", privateNote: "" };
    await decideAppeal(moderator, { review: reviewId, version: 1, outcome: "OVERTURN", ...words });
    expect(await db.sanction.count({ where: { userId: person.id } })).toBe(0);
    const answer = await post(signIn, { email: person.email!, password });
    expect(answer.headers.get("location")).toBe("/");
  });

  test("cannot appeal for somebody else, nor with a pass that was made up", async () => {
    const other = await createUser(db);
    const theirs = (await createSanction(db, other.id, "BAN"))!;
    const made = { pass: makeAppealPass(person.id), text: "Let them in." };
    await post(appealHandler, { ...made, entry: String(theirs) });
    await post(appealHandler, { ...made, pass: "made-up", entry: String(theirs) });
    expect(await db.appeal.count({ where: { entryId: theirs } })).toBe(0);
  });
});

test("Moderators see when a new account resembles a banned one, and only then", async () => {
  const key = person.handle.slice(-6);
  const banned = await createUser(db, {
    ...{ handle: `trouble-${key}`, handleSkeleton: `trouble${key}x` },
    email: `so.me${key}@mail.example`,
  });
  await createSanction(db, banned.id, "BAN");
  const [mailbox, handle, old] = [
    await createUser(db, { email: `some${key}+new@mail.example` }),
    await createUser(db, { handleSkeleton: `trouble${key}x-22` }),
    await createUser(db, {
      ...{ email: `s.ome${key}@mail.example`, createdAt: new Date("2020-01-01") },
    }),
  ];
  expect(await getLookAlikes(mailbox.id)).toEqual([{ handle: banned.handle, by: "EMAIL" }]);
  expect(await getLookAlikes(handle.id)).toEqual([{ handle: banned.handle, by: "HANDLE" }]);
  expect(await getLookAlikes(old.id)).toEqual([]);
  expect(await getLookAlikes(person.id)).toEqual([]);
});
