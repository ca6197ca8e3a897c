import { embedAnswer } from "@/lib/embeds/answer";
import { debateDocument } from "@/lib/embeds/document";
import { getDebateEmbed } from "@/lib/embeds/queries";

export const dynamic = "force-dynamic";

/** A debate for frames on other sites: always as an anonymous reader sees it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/embed/debates/[slug]">,
): Promise<Response> {
  const embed = await getDebateEmbed((await params).slug);
  return embedAnswer(embed && debateDocument(embed));
}
