import { embedAnswer } from "@/lib/embeds/answer";
import { argumentDocument } from "@/lib/embeds/document";
import { getArgumentEmbed } from "@/lib/embeds/queries";

export const dynamic = "force-dynamic";

/** An argument for frames on other sites: always as an anonymous reader sees it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/embed/arguments/[id]">,
): Promise<Response> {
  const embed = await getArgumentEmbed((await params).id);
  return embedAnswer(embed && argumentDocument(embed));
}
