import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { AuthOptions } from "next-auth";
import { env } from "@/lib/env";

export const providerNames = { github: "GitHub", google: "Google" } as const;
export type ProviderId = keyof typeof providerNames;

/** The outside providers that this site is configured for. */
export function configuredProviders(): ProviderId[] {
  return [
    ...(env.GITHUB_ID && env.GITHUB_SECRET ? (["github"] as const) : []),
    ...(env.GOOGLE_ID && env.GOOGLE_SECRET ? (["google"] as const) : []),
  ];
}

/** next-auth's description of each of them. */
export function providers(): AuthOptions["providers"] {
  const made: AuthOptions["providers"] = [];
  if (env.GITHUB_ID && env.GITHUB_SECRET) {
    made.push(GitHubProvider({ clientId: env.GITHUB_ID, clientSecret: env.GITHUB_SECRET }));
  }
  if (env.GOOGLE_ID && env.GOOGLE_SECRET) {
    made.push(GoogleProvider({ clientId: env.GOOGLE_ID, clientSecret: env.GOOGLE_SECRET }));
  }
  return made;
}
