import "server-only";
import { getReport } from "../queries/report";
import { reportCsv } from "../report-csv";
import { reportSchema } from "../report-schema";

/** GET /modlog/report.csv: the transparency report of a period as a table. */
export async function sendReportCsv(request: Request): Promise<Response> {
  const period = reportSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const name = `moderation-report-${period.from}-${period.to}.csv`;
  return new Response(reportCsv(await getReport(period)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    },
  });
}
