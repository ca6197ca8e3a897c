export { sendLogFeed as GET } from "@/lib/moderation/handlers/log-feed";

export const dynamic = "force-dynamic";
