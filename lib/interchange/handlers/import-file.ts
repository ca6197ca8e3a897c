import "server-only";
import { plain, seeOther } from "@/lib/accounts/handlers/post-handler";
import { refuseForeignOrigin } from "@/lib/accounts/handlers/read-form";
import { identify } from "@/lib/auth/identify";
import { translator } from "@/lib/i18n/translator";
import { logUnexpected } from "@/lib/observability/log";
import { routes } from "@/lib/routes";
import { DomainError } from "@/lib/shared/errors";
import { assertGranted } from "@/lib/shared/permission";
import { processWide } from "@/lib/shared/process-wide";
import { keep, spool } from "../kept-upload";
import { canImport } from "../rules";
import { importFormats } from "../schema";

/** A form's body is held in memory while it is taken apart, so one at a time. */
const busy = processWide("import-forms", () => ({ uploading: false }));

/** Takes the file of the import form and leads to its report; nothing is brought in yet. */
export async function importFile(request: Request): Promise<Response> {
  try {
    refuseForeignOrigin(request);
    const viewer = await identify(request.headers);
    if (!viewer) return seeOther(routes.signIn(routes.importDebate()));
    // Before a byte of the file is read.
    assertGranted(canImport(viewer));
    if (busy.uploading) throw new DomainError("UNAVAILABLE");
    busy.uploading = true;
    try {
      return await take(viewer.id, await request.formData());
    } finally {
      busy.uploading = false;
    }
  } catch (error) {
    if (error instanceof DomainError) return plain(error.status, translator("errors")(error.code));
    const reference = logUnexpected(error, "import form");
    return plain(500, translator("errors")("unexpected", { reference }));
  }
}

async function take(userId: number, form: FormData): Promise<Response> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return seeOther(routes.importDebate());
  const format = importFormats.find((known) => known === form.get("format"));
  const name = file.name.slice(0, 200);
  const spooled = await spool(file.stream() as unknown as AsyncIterable<Uint8Array>, name);
  const kept = await keep(userId, spooled, { name, format });
  return seeOther(routes.importDebate({ file: kept }));
}
