import { exportAccount } from "@/lib/accounts/queries/export";
import { getViewer } from "@/lib/auth/viewer";
import { routes } from "@/lib/routes";

/** GET /account/export: everything keyed to the signed-in person, as a file. */
export async function GET(): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) {
    const headers = { Location: routes.signIn(routes.account()), "Cache-Control": "no-store" };
    return new Response(null, { status: 303, headers });
  }
  const day = new Date().toISOString().slice(0, 10);
  return new Response(`${JSON.stringify(await exportAccount(viewer), null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="counterpoint-${viewer.handle}-${day}.json"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
