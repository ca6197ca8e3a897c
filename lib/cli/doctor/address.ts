/** Do the settings about the site's address fit together? */
import type { Env } from "@/lib/env";
import { bad, good, warning, type Finding } from "./check";

type Settings = Pick<
  Env,
  "HOST" | "PORT" | "SITE_URL" | "TRUST_PROXY" | "OPERATOR_NAME" | "OPERATOR_CONTACT"
>;

const here = ["localhost", "127.0.0.1", "[::1]", "::1"];

export function checkAddress(settings: Settings): Finding {
  const { HOST, PORT, SITE_URL, TRUST_PROXY } = settings;
  const open = !here.includes(HOST);
  if (!SITE_URL) {
    if (!open) return good(`http://${HOST}:${PORT}, for this machine only`);
    return warning(
      `HOST=${HOST} lets others in, but links and mails would name http://${HOST}:${PORT}. Set SITE_URL to the address readers use.`,
    );
  }
  const url = new URL(SITE_URL);
  if (url.pathname !== "/" || url.search || url.hash) {
    return bad(`SITE_URL has more than a host (${SITE_URL}). Give the site a domain of its own.`);
  }
  if (here.includes(url.hostname)) return good(`${SITE_URL}, for this machine only`);
  if (url.protocol !== "https:") {
    return warning(
      `${SITE_URL} is not https: passwords travel in the open. Put a proxy with https in front (docs/operations.md) and set SITE_URL=https://${url.host}`,
    );
  }
  if (!TRUST_PROXY) {
    return warning(
      `${SITE_URL} is https, so a proxy must stand in front, but TRUST_PROXY is off: all readers seem to come from one address and share its limits. Set TRUST_PROXY=1.`,
    );
  }
  if (open) {
    return warning(
      `TRUST_PROXY=1 believes what a proxy says of readers, and HOST=${HOST} lets others past it. Set HOST=localhost, or close port ${PORT} in the firewall to all but the proxy.`,
    );
  }
  return good(SITE_URL);
}

/** Whoever runs a public site says so on it. */
export function checkOperator(settings: Settings): Finding {
  const { SITE_URL, OPERATOR_NAME, OPERATOR_CONTACT } = settings;
  if (OPERATOR_NAME && OPERATOR_CONTACT) return good(`${OPERATOR_NAME}, ${OPERATOR_CONTACT}`);
  const url = SITE_URL ? new URL(SITE_URL) : undefined;
  if (!url || here.includes(url.hostname)) return good("not named; needed for a public site");
  return warning(
    "People cannot see who runs the site and how to reach them. Set OPERATOR_NAME and OPERATOR_CONTACT.",
  );
}
