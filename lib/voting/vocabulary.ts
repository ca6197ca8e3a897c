/** 0 no weight … 4 decisive. */
export const impacts = [0, 1, 2, 3, 4] as const;
export type Impact = (typeof impacts)[number];
