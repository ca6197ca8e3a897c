import { expect, test } from "vitest";
import { findInPage } from "@/components/arguments/find-in-page";
import type { ArgumentCard, ArgumentColumns, ArgumentThread } from "@/lib/arguments/view";

const argument = (id: string) => ({ id }) as ArgumentCard;
const thread = (id: string, ...replies: ArgumentThread[]) =>
  ({ id, replies, more: 0 }) as unknown as ArgumentThread;
const columns = {
  support: { items: [argument("1-1")] },
  oppose: { items: [argument("1-2")] },
} as unknown as ArgumentColumns;
const deep = thread("1-1", thread("1-3", thread("1-4", thread("1-5", thread("1-6")))));

test("A page shows both columns and three levels of the open argument's replies", () => {
  expect([...findInPage(columns, deep).keys()]).toEqual(["1-1", "1-2", "1-3", "1-4", "1-5"]);
});

test("Replies of an argument that is not on this page are not shown", () => {
  expect([...findInPage(columns, thread("1-9", thread("1-10"))).keys()]).toEqual(["1-1", "1-2"]);
});
