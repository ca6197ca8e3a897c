import { checkReadiness } from "@/lib/observability/queries";
import { shutdownSignal } from "@/lib/server/shutdown";

export const dynamic = "force-dynamic";

const headers = { "cache-control": "no-store" };

/** Whether requests can be sent here: not stopping, and the database answers and has every migration. 503 otherwise. */
export async function GET(): Promise<Response> {
  if (shutdownSignal().aborted) {
    return Response.json({ status: "stopping" }, { status: 503, headers });
  }
  const readiness = await checkReadiness();
  return Response.json(readiness, {
    status: readiness.status === "ok" ? 200 : 503,
    headers,
  });
}
