import type { Metadata } from "next";
import { getViewer } from "@/lib/auth/viewer";
import { getDebate } from "@/lib/debates/queries/context";

type Props = LayoutProps<"/debates/[slug]">;

/** Every page of a debate names it, so that whoever keeps the page knows what makes it stale. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const debate = await getDebate((await params).slug, await getViewer());
  return debate ? { other: { debate: String(debate.id) } } : {};
}

export default function DebateLayout({ children }: Props) {
  return children;
}
