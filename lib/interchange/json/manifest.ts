import { createHash, createPublicKey, sign, verify, type Hash } from "node:crypto";
import { z } from "zod";
import { bundleFormat, bundleVersion } from "../bundle";
import type { SigningKey } from "../signing-key";

/**
 * What stands at the end of a file and says whether anything before it was changed: for each
 * member of the document its number of items and a SHA-256 of them, and a signature over all of
 * these. Digests are made of values, not of bytes: blanks between them mean nothing.
 */
const sectionDigest = z.strictObject({
  name: z.string().max(100),
  count: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export const manifestSchema = z.strictObject({
  algorithm: z.literal("SHA-256"),
  sections: z.array(sectionDigest).max(100),
  signature: z
    .strictObject({
      algorithm: z.literal("Ed25519"),
      publicKey: z.string().max(200).meta({ description: "SPKI, base64." }),
      value: z.string().max(200).meta({ description: "base64." }),
    })
    .nullable()
    .meta({ description: "Null when the site has no key to sign with." }),
});
export type Manifest = z.output<typeof manifestSchema>;
export type SectionDigest = z.output<typeof sectionDigest>;

/** Gathers the digests of a document's members, in their order. */
export class Digests {
  readonly #sections: { name: string; count: number; hash: Hash }[] = [];

  begin(name: string): void {
    this.#sections.push({ name, count: 0, hash: createHash("sha256") });
  }

  /** @param json the value as JSON.stringify gives it */
  add(json: string): void {
    const section = this.#sections.at(-1)!;
    section.count += 1;
    section.hash.update(json).update("\n");
  }

  list(): SectionDigest[] {
    return this.#sections.map(({ name, count, hash }) => ({
      name,
      count,
      sha256: hash.copy().digest("hex"),
    }));
  }
}

function signedText(sections: readonly SectionDigest[]): Buffer {
  const lines = sections.map(({ name, count, sha256 }) => JSON.stringify([name, count, sha256]));
  return Buffer.from([`${bundleFormat} ${bundleVersion}`, ...lines].join("\n"), "utf8");
}

export function manifestOf(digests: Digests, key: SigningKey | null): Manifest {
  const sections = digests.list();
  return {
    algorithm: "SHA-256",
    sections,
    signature: key && {
      algorithm: "Ed25519",
      publicKey: key.publicKey,
      value: sign(null, signedText(sections), key.privateKey).toString("base64"),
    },
  };
}

/** @param publicKey SPKI in base64 or PEM */
export function isSignedBy(manifest: Manifest, publicKey: string): boolean {
  if (!manifest.signature) return false;
  const { publicKey: named, value } = manifest.signature;
  try {
    const key = publicKey.includes("-----BEGIN")
      ? createPublicKey(publicKey)
      : createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    if (key.asymmetricKeyType !== "ed25519") return false;
    // The key that the file names is not signed itself: it must be the one that is asked for.
    if (key.export({ format: "der", type: "spki" }).toString("base64") !== named) return false;
    const bytes = Buffer.from(value, "base64");
    return (
      bytes.toString("base64") === value && verify(null, signedText(manifest.sections), key, bytes)
    );
  } catch {
    return false;
  }
}

/** Names of members whose digests differ, are missing, or stand only on one side. */
export function changedSections(manifest: Manifest, found: readonly SectionDigest[]): string[] {
  const names = new Set([...manifest.sections, ...found].map(({ name }) => name));
  const digest = (list: readonly SectionDigest[], name: string) => {
    const all = list.filter((section) => section.name === name);
    return all.length === 1 ? `${all[0]!.count} ${all[0]!.sha256}` : `${all.length} of them`;
  };
  return [...names].filter((name) => digest(manifest.sections, name) !== digest(found, name));
}
