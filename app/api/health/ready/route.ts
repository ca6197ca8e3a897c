import { checkReadiness } from "@/lib/observability/queries";

export const dynamic = "force-dynamic";

/** Whether requests can be sent here: the database answers and has every migration. 503 otherwise. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness();
  return Response.json(readiness, {
    status: readiness.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
