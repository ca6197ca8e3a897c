import { siteSigningKey } from "@/lib/interchange/signing";

export const dynamic = "force-dynamic";

/** The public half of what this site signs its exports with: SPKI as PEM. */
export function GET(): Response {
  const key = siteSigningKey();
  if (!key) return new Response("This site does not sign its exports.\n", { status: 404 });
  const lines = key.publicKey.match(/.{1,64}/g) ?? [];
  const pem = ["-----BEGIN PUBLIC KEY-----", ...lines, "-----END PUBLIC KEY-----", ""].join("\n");
  return new Response(pem, { headers: { "Content-Type": "application/x-pem-file" } });
}
