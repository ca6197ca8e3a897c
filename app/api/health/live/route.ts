export const dynamic = "force-dynamic";

/** The process answers. Asks nothing of the database. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
