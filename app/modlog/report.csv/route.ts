export { sendReportCsv as GET } from "@/lib/moderation/handlers/report-csv";

export const dynamic = "force-dynamic";
