import { DebatePage } from "@/components/debates/debate-page";
import { readAddress } from "@/components/arguments/address";
import { routes } from "@/lib/routes";
import { fixture } from "./fixture";
export default async function P({ searchParams }: any) {
  const q = await searchParams; const x = fixture(q);
  const address = readAddress("/dev-preview", q);
  const o = x.all.find((a: any) => a.id === address.open);
  const view = { address, signedIn: x.signed, briefHref: routes.brief(x.head.slug), writing: null, thread: o ? x.threadOf(o) : null };
  return <DebatePage debate={x.head} brief={x.brief} columns={x.columns(null)} view={view} />;
}
