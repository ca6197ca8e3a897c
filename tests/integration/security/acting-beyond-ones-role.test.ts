import { beforeAll, describe, expect, test } from "vitest";
import { actions, allows, roles, type Action, type Role } from "@/lib/accounts/policy";
import { db } from "@/lib/db/client";
import { debateStatuses } from "@/lib/debates/schema";
import { createUser } from "@/tests/factories/create-user";
import { browser, reader, type Answer, type Caller } from "../api/client";
import { named } from "../api/promises";
import { makePlace, request } from "./acts";

type Person = { id: number; handle: string };
const people = {} as Record<Exclude<Role, "reader">, Person>;
const callers = {} as Record<Role, Caller>;

beforeAll(async () => {
  people.member = await createUser(db);
  people.author = await createUser(db);
  people.editor = await createUser(db);
  people.moderator = await createUser(db, { role: "MODERATOR" });
  people.administrator = await createUser(db, { role: "ADMINISTRATOR" });
  callers.reader = reader;
  for (const [role, person] of Object.entries(people))
    callers[role as Role] = await browser(person);
});

/** Whether it was done: several decisions at once answer well also when none could be made. */
function wasDone({ status, body }: Answer<unknown>): boolean {
  if (status < 200 || status >= 300) return false;
  const { decided } = Object(body) as { decided?: { refused: unknown }[] };
  return decided === undefined || decided.every(({ refused }) => refused === null);
}

describe.each(actions)("Through the API: %s", (action) => {
  test.each(debateStatuses)("in a %s debate, only who the table names succeeds", async (debate) => {
    for (const argument of ["LIVE", "ARCHIVED"] as const) {
      for (const role of roles) {
        const where = await makePlace(debate, argument, people);
        const asker = role === "reader" ? null : people[role];
        const [method, path, body] = await request(action, where, asker);
        const sent = typeof body === "string" ? { raw: body } : body ? { json: body } : {};
        const answer = await callers[role].ask(method, path, sent);
        const said = `${role}, ${debate}, ${argument}: ${answer.status}`;
        expect(wasDone(answer), said).toBe(allows(action, role, debate, argument));
        expect(answer.status, said).toBeLessThan(500);
      }
    }
  });
});

/** What concerns nobody but whoever asks: their account, their settings, what they wrote down. */
const ownAffair =
  /^\w+ \/(me|webhooks|suggestions\/\{id\}|debates\/\{slug\}\/(drafts|visit|follow|exports))(\/|$)/;

/** Operations that ask the rule of an act which the table has. */
const alsoRuledBy: Partial<Record<Action, RegExp>> = {
  editBrief: /^\w+ \/debates\/\{slug\}\/(brief|facts|editors)(\/|$)/,
  moderate: /^(PATCH \/debates\/\{slug\}\/curation|POST \/moderation\/reviews\/\{id\}\/corrected)$/,
  publish: /^DELETE \/debates\/\{slug\}$/,
  vote: /^DELETE \/arguments\/\{id\}\/vote$/,
  flag: /^POST \/(comments|users)\/\{id\}\/flags$/,
  curate: /^POST \/arguments\/\{id\}\/(move|link|merge|split)$/,
};

/** Administrators' alone, and tested where they are (tests/integration/jobs). */
const ofTheMachine = /^POST \/admin\/jobs\//;

test("nothing is written through the API that the table does not know", async () => {
  const asked: string[] = [];
  for (const action of actions) {
    const place = await makePlace("OPEN", "LIVE", people);
    const [method, path] = await request(action, place, people.moderator);
    asked.push(`${method} ${path.split("?")[0]}`);
  }
  const others = [ownAffair, ofTheMachine, ...Object.values(alsoRuledBy)];
  const unknown = named
    .map(([name]) => name)
    .filter((name) => !name.startsWith("GET "))
    .filter((name) => !others.some((pattern) => pattern.test(name)))
    .filter((name) => {
      const pattern = new RegExp(`^${name.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
      return !asked.some((one) => pattern.test(one));
    });
  expect(unknown).toEqual([]);
});
