import "server-only";
import { identifySession } from "@/lib/auth/identify";
import { translator } from "@/lib/i18n/translator";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { exportAccount } from "../queries/export";
import { plain, seeOther } from "./post-handler";

/** GET /account/export: everything keyed to the signed-in person, as a file. */
export async function exportData(request: Request): Promise<Response> {
  const viewer = await identifySession(request.headers);
  if (!viewer) return seeOther(routes.signIn(routes.account()));
  try {
    const day = new Date().toISOString().slice(0, 10);
    return new Response(`${JSON.stringify(await exportAccount(viewer), null, 2)}\n`, {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": `attachment; filename="counterpoint-${viewer.handle}-${day}.json"`,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  } catch (error) {
    if (error instanceof DomainError && error.code === "TOO_MANY_REQUESTS") return wait(error);
    throw error;
  }
}

function wait({ status, details }: DomainError): Response {
  const seconds = details.retryAfterSeconds ?? 60;
  const words = translator("accounts")("data.exportWait", { minutes: Math.ceil(seconds / 60) });
  const answer = plain(status, words);
  answer.headers.set("Retry-After", String(seconds));
  return answer;
}
