export { sendLogCsv as GET } from "@/lib/moderation/handlers/log-csv";

export const dynamic = "force-dynamic";
