/** Accounts that somebody can sign in to; the others only stand for where words and votes came from. */
export const personKinds = ["PERSON", "DEMONSTRATION"] as const;

export const limits = {
  name: { min: 1, max: 60 },
  about: { max: 1000 },
  password: { min: 8, max: 200 },
  tokenName: { min: 1, max: 80 },
} as const;
