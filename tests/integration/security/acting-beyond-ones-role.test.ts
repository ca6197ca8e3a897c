import { beforeAll, describe, expect, test } from "vitest";
import { actions, allows, roles, type Role } from "@/lib/accounts/policy";
import { db } from "@/lib/db/client";
import { debateStatuses } from "@/lib/debates/schema";
import { createUser } from "@/tests/factories/create-user";
import { browser, reader, type Answer, type Caller } from "../api/client";
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
