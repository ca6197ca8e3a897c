import { readFileSync } from "node:fs";
const d = "prisma/seed/data/us-cyber-pause-russia/";
const j = (f: string): any => JSON.parse(readFileSync(d + f + ".json", "utf8"));
export function fixture(q: Record<string, string | undefined>) {
  const signed = q.as === "member";
  const deb = j("debate"), src = j("sources"), facts = j("facts"), args = j("arguments");
  const cit = (ref: string, quotation = "") => { const s = src.find((x: any) => x.ref === ref); return { number: Number(ref.slice(1)), title: s.title, publisher: s.publisher, url: s.url, published: s.published, kind: s.kind, quotation, note: s.note }; };
  const f = facts.map((x: any) => ({ id: Number(x.ref.slice(1)), number: Number(x.ref.slice(1)), text: x.text, certainty: x.certainty, sources: x.sourceRefs.map((r: string) => cit(r)), corrections: [] }));
  const head = { id: 1, slug: deb.slug, title: deb.title, motion: deb.motion, motionNote: deb.motionNote, status: "OPEN", language: "en", openedAt: "2025-03-05T00:00:00Z", updatedAt: "2025-06-05T00:00:00Z", counts: { arguments: args.length, comments: 12, people: 46 } };
  const p = signed ? { granted: true } : { granted: false, because: "SIGN_IN_REQUIRED" };
  const nums: Record<string, number[]> = {}; const cnt: Record<string, number> = {};
  const all = args.map((a: any, i: number) => {
    const key = a.parentRef ?? "root"; cnt[key] = (cnt[key] ?? 0) + 1;
    nums[a.ref] = [...(a.parentRef ? nums[a.parentRef]! : []), cnt[key]!];
    const kids = args.filter((x: any) => x.parentRef === a.ref);
    const n = q.votes === "0" ? 0 : (i * 37) % 60; const mean = n ? 1 + ((i * 53) % 30) / 10 : null;
    return { ref: a.ref, parentRef: a.parentRef, id: `1-${i + 1}`, number: nums[a.ref]!.join("."), debate: deb.slug, parentId: a.parentRef ? `1-${Number(a.parentRef.slice(1))}` : null, stance: a.stance, title: a.title, body: a.body, status: "LIVE", version: 1, author: { handle: "editors", name: "Counterpoint editors", editorial: true }, createdAt: "2025-03-05T10:00:00Z", updatedAt: "2025-03-05T10:00:00Z", votes: { count: n, mean, histogram: [0, 0, n, 0, 0], lowerBound: 0.5 }, comments: (i * 7) % 15, children: { support: kids.filter((k: any) => k.stance === "SUPPORT").length, oppose: kids.filter((k: any) => k.stance === "OPPOSE").length }, sources: a.sourceRefs.map((r: string, k: number) => cit(r, k === 0 ? "A short passage of the source, word for word." : "")), facts: a.factRefs.map((r: string) => f.find((x: any) => `F${x.number}` === r)), mine: signed && i === 0 ? { impact: 3 } : null, isNew: signed && i === 4, can: { vote: i === 4 && signed ? { granted: false, because: "OWN_ARGUMENT" } : p, reply: p, comment: p, edit: signed && i !== 0 ? { granted: false, because: "NOT_AUTHOR" } : p, archive: p, restore: p } };
  });
  const tease = (a: any) => ({ id: a.id, number: a.number, stance: a.stance, title: a.title, votes: { count: a.votes.count, mean: a.votes.mean } });
  const kidsOf = (ref: string | null) => all.filter((a: any) => a.parentRef === ref);
  const card = (a: any) => ({ ...a, bestReply: kidsOf(a.ref)[0] ? tease(kidsOf(a.ref)[0]) : null });
  const threadOf = (a: any): any => ({ ...a, replies: kidsOf(a.ref).map(threadOf), more: 0 });
  const column = (stance: string, ref: string | null) => { const items = kidsOf(ref).filter((a: any) => a.stance === stance).map(card); return { stance, items: items.slice(0, 10), total: items.length, share: q.votes === "0" || items.length === 0 ? null : stance === "SUPPORT" ? 0.54 : 0.46, nextCursor: items.length > 4 ? "abc" : null }; };
  const columns = (ref: string | null) => ({ sort: "convincing", support: column("SUPPORT", ref), oppose: column("OPPOSE", ref) });
  const dec = deb.decision;
  const brief = { headline: dec.headline, summary: dec.summary, statusLine: dec.status, reportedOn: dec.dateReported, decidedBy: dec.decidedBy, readingNote: deb.readingNote, affects: dec.affects, scopeKnown: dec.scopeKnown, scopeUnknown: dec.scopeUnknown, sources: [], facts: f, actors: j("actors").map((a: any, i: number) => ({ id: i + 1, name: a.name, role: a.role, stance: a.stance, summary: a.summary, quotation: a.quotation ? cit(a.quotation.sourceRef, a.quotation.text) : null, sources: [] })), timeline: j("timeline").map((t: any, i: number) => ({ id: i, date: t.date, text: t.text, sources: [] })), openQuestions: [], glossary: [], caveats: j("caveats").map((c: any, i: number) => ({ id: i, claim: c.claim, finding: c.finding, factNumber: 1 })) };
  const path = (a: any): any[] => { const out: any[] = []; let r = a.parentRef; while (r) { const x = all.find((y: any) => y.ref === r); out.unshift(tease(x)); r = x.parentRef; } return out; };
  const cardOf = { ...head, balance: { support: 7, oppose: 7, share: q.votes === "0" ? null : 0.54 }, statusLine: dec.status, reportedOn: dec.dateReported };
  return { head, brief, all, columns, threadOf, tease, path, card: cardOf, featured: { ...cardOf, summary: dec.summary, strongest: { support: tease(kidsOf(null)[0]), oppose: tease(all.find((a: any) => a.stance === "OPPOSE" && !a.parentRef)) } }, signed } as any;
}
