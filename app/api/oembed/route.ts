import { answerOembed } from "@/lib/embeds/oembed";

export const dynamic = "force-dynamic";

/** How other sites show a debate or an argument of this one: oembed.com. */
export function GET(request: Request): Promise<Response> {
  return answerOembed(new URL(request.url).searchParams);
}
