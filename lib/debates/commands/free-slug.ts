import "server-only";
import type { Transaction } from "@/lib/db/client";

/** Addresses below /debates that are pages of the site. */
const pages = ["new", "import"];

/** The wanted slug, with a number when a debate or a page of the site has it already. */
export async function freeSlug(tx: Transaction, wanted: string): Promise<string> {
  const stem = wanted.slice(0, 72).replace(/-+$/, "");
  const rows = await tx.debate.findMany({
    where: { OR: [{ slug: wanted }, { slug: { startsWith: `${stem}-` } }] },
    select: { slug: true },
  });
  const taken = new Set([...pages, ...rows.map(({ slug }) => slug)]);
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
